package io.encours.correspondence.outbox;

import static encours.db.correspondence.Tables.MESSAGE_SETTINGS;

import io.encours.company.Companies;
import io.encours.identity.Audit;
import io.encours.identity.AuditKind;
import io.encours.identity.SignedIn;
import io.encours.platform.Checks;
import io.encours.platform.Problem;
import io.encours.platform.mail.MailAddress;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How companies send their messages.
@Service
public class SendingSettings {

    private static final int LONGEST = 200;
    private static final int MOST_MINUTES = 24 * 60;

    /// What a caller says; a missing number or hour keeps its value, a missing text is none.
    ///
    /// @param quietFrom `20:00`
    public record Draft(
            @Nullable String senderName,
            @Nullable String senderAddress,
            @Nullable String replyAddress,
            @Nullable Integer undoAutomatic,
            @Nullable Integer undoByHand,
            @Nullable String quietFrom,
            @Nullable String quietUntil) {}

    private final DSLContext db;
    private final Companies companies;
    private final Audit audit;

    SendingSettings(DSLContext db, Companies companies, Audit audit) {
        this.db = db;
        this.companies = companies;
        this.audit = audit;
    }

    /// Of a company the caller has already read within the scope.
    public SendingRules of(long companyId) {
        return db.selectFrom(MESSAGE_SETTINGS)
                .where(MESSAGE_SETTINGS.COMPANY_ID.eq(companyId))
                .fetchOptional(row -> new SendingRules(
                        row.getSenderName(),
                        row.getSenderAddress(),
                        row.getReplyAddress(),
                        row.getUndoAutomatic(),
                        row.getUndoByHand(),
                        row.getQuietFrom(),
                        row.getQuietUntil()))
                .orElse(SendingRules.USUAL);
    }

    /// @throws Problem forbidden for others than administrators, not found, refused when a value is wrong
    @Transactional
    public SendingRules put(SignedIn by, String companyCode, Draft draft) {
        if (!by.administers()) {
            throw Problem.forbidden("platform.problem.forbidden");
        }
        var company = companies.get(by, companyCode);
        var before = of(company.id());
        var after = checked(draft, before);
        var row = db.newRecord(MESSAGE_SETTINGS);
        row.setCompanyId(company.id());
        row.setSenderName(after.senderName());
        row.setSenderAddress(after.senderAddress());
        row.setReplyAddress(after.replyAddress());
        row.setUndoAutomatic(after.undoAutomatic());
        row.setUndoByHand(after.undoByHand());
        row.setQuietFrom(after.quietFrom());
        row.setQuietUntil(after.quietUntil());
        row.merge();
        audit.record(by, AuditKind.SETTING, company.code() + "/messages", company.name(), before, after);
        return after;
    }

    private static SendingRules checked(Draft draft, SendingRules before) {
        var checks = new Checks();
        var after = new SendingRules(
                checks.optional("senderName", draft.senderName(), LONGEST),
                address(checks, "senderAddress", draft.senderAddress()),
                address(checks, "replyAddress", draft.replyAddress()),
                minutes(checks, "undoAutomatic", draft.undoAutomatic(), before.undoAutomatic()),
                minutes(checks, "undoByHand", draft.undoByHand(), before.undoByHand()),
                hour(checks, "quietFrom", draft.quietFrom(), before.quietFrom()),
                hour(checks, "quietUntil", draft.quietUntil(), before.quietUntil()));
        checks.orRefuse();
        return after;
    }

    private static @Nullable String address(Checks checks, String field, @Nullable String value) {
        var text = checks.optional(field, value, LONGEST);
        checks.that(
                text == null || MailAddress.parse(text).isPresent(), field, "correspondence.message.problem.address");
        return text;
    }

    private static int minutes(Checks checks, String field, @Nullable Integer value, int otherwise) {
        checks.that(
                value == null || (value >= 0 && value <= MOST_MINUTES),
                field,
                "correspondence.message.problem.minutes",
                String.valueOf(MOST_MINUTES));
        return value == null ? otherwise : value;
    }

    private static LocalTime hour(Checks checks, String field, @Nullable String value, LocalTime otherwise) {
        try {
            return value == null || value.isBlank() ? otherwise : LocalTime.parse(value.strip());
        } catch (DateTimeParseException e) {
            checks.wrong(field, "correspondence.message.problem.hour");
            return otherwise;
        }
    }
}
