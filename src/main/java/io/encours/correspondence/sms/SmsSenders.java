package io.encours.correspondence.sms;

import static encours.db.company.Tables.COMPANY_;
import static encours.db.correspondence.Tables.SMS_SENDER;

import io.encours.company.Company;
import io.encours.identity.Audit;
import io.encours.identity.AuditKind;
import io.encours.identity.SignedIn;
import io.encours.platform.Problem;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What customers see as the sender of short messages, company by company.
@Service
public class SmsSenders {

    /// Eleven letters of the GSM alphabet (3GPP TS 23.040 §9.1.2.5), or a number they can answer to.
    private static final Pattern SENDER = Pattern.compile("[A-Za-z][A-Za-z0-9 ]{2,10}|\\+?\\d{3,15}");

    private final DSLContext db;
    private final SmsSettings settings;
    private final Audit audit;

    SmsSenders(DSLContext db, SmsSettings settings, Audit audit) {
        this.db = db;
        this.settings = settings;
        this.audit = audit;
    }

    public String of(long companyId) {
        return own(companyId).orElse(settings.smsSender());
    }

    /// @param sender blank: the installation's
    /// @throws Problem invalid when networks would not show it
    @Transactional
    public void put(SignedIn user, Company company, @Nullable String sender) {
        var wanted = sender == null ? "" : sender.strip();
        if (!wanted.isEmpty() && !SENDER.matcher(wanted).matches()) {
            throw Problem.invalid("sender", "correspondence.sms.problem.sender");
        }
        var before = own(company.id()).orElse("");
        db.deleteFrom(SMS_SENDER).where(SMS_SENDER.COMPANY_ID.eq(company.id())).execute();
        if (!wanted.isEmpty()) {
            db.insertInto(SMS_SENDER)
                    .set(SMS_SENDER.COMPANY_ID, company.id())
                    .set(SMS_SENDER.SENDER, wanted)
                    .execute();
        }
        audit.record(
                AuditKind.COMPANY,
                company.code(),
                company.name(),
                Map.of("smsSender", before),
                Map.of("smsSender", wanted));
    }

    String code(long companyId) {
        return db.select(COMPANY_.CODE)
                .from(COMPANY_)
                .where(COMPANY_.ID.eq(companyId))
                .fetchSingle(COMPANY_.CODE);
    }

    /// Companies an answer may be for: that whose provider brought it, else those whose customers know the
    /// number or name it was sent to.
    List<Long> companiesOf(ReceivedSms answer) {
        return answer.company() == null
                ? companiesOf(answer.to())
                : db.select(COMPANY_.ID)
                        .from(COMPANY_)
                        .where(COMPANY_.CODE.eq(answer.company()))
                        .fetch(COMPANY_.ID);
    }

    /// Companies whose customers know this number or name as theirs; all when none in particular has it.
    public List<Long> companiesOf(String sender) {
        var own = db.select(SMS_SENDER.COMPANY_ID)
                .from(SMS_SENDER)
                .where(SMS_SENDER.SENDER.in(sender, sender.replaceFirst("^\\+", "")))
                .fetch(SMS_SENDER.COMPANY_ID);
        return own.isEmpty() ? db.select(COMPANY_.ID).from(COMPANY_).fetch(COMPANY_.ID) : own;
    }

    private java.util.Optional<String> own(long companyId) {
        return db.select(SMS_SENDER.SENDER)
                .from(SMS_SENDER)
                .where(SMS_SENDER.COMPANY_ID.eq(companyId))
                .fetchOptional(SMS_SENDER.SENDER);
    }
}
