package io.encours.worklist;

import static encours.db.worklist.Tables.CHASING_SETTINGS;

import io.encours.company.Companies;
import io.encours.identity.Audit;
import io.encours.identity.AuditKind;
import io.encours.identity.Role;
import io.encours.identity.SignedIn;
import io.encours.platform.Checks;
import io.encours.platform.Problem;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How companies chase: the distance between two actions, and when nothing goes out by itself.
@Service
public class Chasing {

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
                .fetchOptional(row -> new ChasingSettings(row.getSpacing(), row.getLedgerAge(), row.getFloorAmount()))
                .orElse(ChasingSettings.DEFAULT);
    }

    public static boolean maySet(SignedIn user) {
        return user.administers() || user.role() == Role.CREDIT_MANAGER;
    }

    /// The company is planned anew when the distance changes.
    ///
    /// @throws Problem not found, forbidden, or invalid with every wrong value
    @Transactional
    public ChasingSettings put(SignedIn user, String companyCode, ChasingSettings wanted) {
        if (!maySet(user)) {
            throw Problem.forbidden("platform.problem.forbidden");
        }
        var company = companies.get(user, companyCode);
        var checks = new Checks();
        checks.that(wanted.spacing() >= 0 && wanted.spacing() <= 90, "spacing", "worklist.chasing.problem.spacing");
        checks.that(wanted.ledgerAge() >= 1 && wanted.ledgerAge() <= 90, "ledgerAge", "worklist.chasing.problem.age");
        checks.that(
                wanted.floor().signum() >= 0
                        && wanted.floor().precision() - wanted.floor().scale() <= 15,
                "floor",
                "worklist.chasing.problem.floor");
        checks.orRefuse();
        var before = of(company.id());
        if (before.equals(wanted)) {
            return before;
        }
        db.insertInto(CHASING_SETTINGS)
                .set(CHASING_SETTINGS.COMPANY_ID, company.id())
                .set(CHASING_SETTINGS.SPACING, wanted.spacing())
                .set(CHASING_SETTINGS.LEDGER_AGE, wanted.ledgerAge())
                .set(CHASING_SETTINGS.FLOOR_AMOUNT, wanted.floor())
                .onConflict(CHASING_SETTINGS.COMPANY_ID)
                .doUpdate()
                .set(CHASING_SETTINGS.SPACING, wanted.spacing())
                .set(CHASING_SETTINGS.LEDGER_AGE, wanted.ledgerAge())
                .set(CHASING_SETTINGS.FLOOR_AMOUNT, wanted.floor())
                .execute();
        audit.record(user, AuditKind.COMPANY, company.code(), company.name(), before, wanted);
        if (before.spacing() != wanted.spacing()) {
            planning.markAll(company.id());
            planning.planDirty(company.id());
        }
        return of(company.id());
    }
}
