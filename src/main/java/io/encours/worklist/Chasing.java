package io.encours.worklist;

import static encours.db.worklist.Tables.CHASING_SETTINGS;

import io.encours.company.Companies;
import io.encours.identity.Audit;
import io.encours.identity.AuditKind;
import io.encours.identity.Role;
import io.encours.identity.SignedIn;
import io.encours.platform.Checks;
import io.encours.platform.Problem;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How companies chase: the distance between two actions, and when nothing goes out by itself.
@Service
public class Chasing {

    /// What a caller says, as it was typed; what is missing keeps its value.
    ///
    /// @param sendFrom `09:00`
    /// @param version that the caller has read; null: whatever there is
    public record Draft(
            @Nullable String spacing,
            @Nullable String ledgerAge,
            @Nullable String floor,
            @Nullable String sendFrom,
            @Nullable String sendUntil,
            @Nullable Integer version) {}

    private static final int LONGEST = 90;

    private final DSLContext db;
    private final Companies companies;
    private final Planning planning;
    private final Audit audit;

    Chasing(DSLContext db, Companies companies, Planning planning, Audit audit) {
        this.db = db;
        this.companies = companies;
        this.planning = planning;
        this.audit = audit;
    }

    public ChasingSettings of(long companyId) {
        return db.selectFrom(CHASING_SETTINGS)
                .where(CHASING_SETTINGS.COMPANY_ID.eq(companyId))
                .fetchOptional(row -> new ChasingSettings(
                        row.getSpacing(),
                        row.getLedgerAge(),
                        row.getFloorAmount(),
                        row.getSendFrom(),
                        row.getSendUntil(),
                        row.getVersion()))
                .orElse(ChasingSettings.DEFAULT);
    }

    public static boolean maySet(SignedIn user) {
        return user.administers() || user.role() == Role.CREDIT_MANAGER;
    }

    /// The company is planned anew when the distance changes.
    ///
    /// @throws Problem not found, forbidden, invalid with every wrong value, or conflict when somebody saved others
    ///     since the caller read them
    @Transactional
    public ChasingSettings put(SignedIn user, String companyCode, Draft draft) {
        if (!maySet(user)) {
            throw Problem.forbidden("platform.problem.forbidden");
        }
        var company = companies.get(user, companyCode);
        db.execute("select pg_advisory_xact_lock(hashtextextended('chasing settings', ?))", company.id());
        var before = of(company.id());
        if (draft.version() != null && draft.version() != before.version()) {
            throw Problem.conflict("worklist.chasing.problem.changed");
        }
        var wanted = checked(draft, before);
        if (before.equals(wanted)) {
            return before;
        }
        db.insertInto(CHASING_SETTINGS)
                .set(CHASING_SETTINGS.COMPANY_ID, company.id())
                .set(CHASING_SETTINGS.SPACING, wanted.spacing())
                .set(CHASING_SETTINGS.LEDGER_AGE, wanted.ledgerAge())
                .set(CHASING_SETTINGS.FLOOR_AMOUNT, wanted.floor())
                .set(CHASING_SETTINGS.SEND_FROM, wanted.sendFrom())
                .set(CHASING_SETTINGS.SEND_UNTIL, wanted.sendUntil())
                .onConflict(CHASING_SETTINGS.COMPANY_ID)
                .doUpdate()
                .set(CHASING_SETTINGS.SPACING, wanted.spacing())
                .set(CHASING_SETTINGS.LEDGER_AGE, wanted.ledgerAge())
                .set(CHASING_SETTINGS.FLOOR_AMOUNT, wanted.floor())
                .set(CHASING_SETTINGS.SEND_FROM, wanted.sendFrom())
                .set(CHASING_SETTINGS.SEND_UNTIL, wanted.sendUntil())
                .set(CHASING_SETTINGS.VERSION, CHASING_SETTINGS.VERSION.plus(1))
                .execute();
        audit.record(user, AuditKind.COMPANY, company.code(), company.name(), before, wanted);
        if (before.spacing() != wanted.spacing()) {
            planning.markAll(company.id());
            planning.planDirty(company.id());
        }
        return of(company.id());
    }

    private static ChasingSettings checked(Draft draft, ChasingSettings before) {
        var checks = new Checks();
        var wanted = new ChasingSettings(
                number(checks, "spacing", draft.spacing(), before.spacing(), 0, "worklist.chasing.problem.spacing"),
                number(checks, "ledgerAge", draft.ledgerAge(), before.ledgerAge(), 1, "worklist.chasing.problem.age"),
                amount(checks, draft.floor(), before.floor()),
                hour(checks, "sendFrom", draft.sendFrom(), before.sendFrom()),
                hour(checks, "sendUntil", draft.sendUntil(), before.sendUntil()),
                before.version());
        checks.that(!wanted.sendUntil().isBefore(wanted.sendFrom()), "sendUntil", "worklist.chasing.problem.hours");
        checks.orRefuse();
        return wanted;
    }

    private static int number(
            Checks checks, String field, @Nullable String typed, int otherwise, int least, String problem) {
        if (typed == null) {
            return otherwise;
        }
        var text = typed.strip();
        var isRight = text.matches("\\d{1,3}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= LONGEST;
        checks.that(isRight, field, problem);
        return isRight ? Integer.parseInt(text) : otherwise;
    }

    private static BigDecimal amount(Checks checks, @Nullable String typed, BigDecimal otherwise) {
        if (typed == null) {
            return otherwise;
        }
        var text = typed.replaceAll("[\\s\u00a0\u202f]", "").replace(',', '.');
        var isRight = text.matches("\\d{1,13}(\\.\\d{1,4})?");
        checks.that(isRight, "floor", "worklist.chasing.problem.floor");
        return isRight ? new BigDecimal(text) : otherwise;
    }

    private static LocalTime hour(Checks checks, String field, @Nullable String typed, LocalTime otherwise) {
        try {
            return typed == null || typed.isBlank() ? otherwise : LocalTime.parse(typed.strip());
        } catch (DateTimeParseException e) {
            checks.wrong(field, "worklist.chasing.problem.hour");
            return otherwise;
        }
    }
}
