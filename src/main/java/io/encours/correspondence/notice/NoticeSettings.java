package io.encours.correspondence.notice;

import static encours.db.correspondence.Tables.NOTICE_TERMS;

import io.encours.company.Companies;
import io.encours.identity.Audit;
import io.encours.identity.AuditKind;
import io.encours.identity.SignedIn;
import io.encours.platform.Problem;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What companies say in their formal notices.
@Service
public class NoticeSettings {

    /// What a caller says; what is null keeps its value.
    public record Draft(
            @Nullable Integer days,
            @Nullable Boolean suspension,
            @Nullable Boolean acceleration) {}

    private final DSLContext db;
    private final Companies companies;
    private final Audit audit;

    NoticeSettings(DSLContext db, Companies companies, Audit audit) {
        this.db = db;
        this.companies = companies;
        this.audit = audit;
    }

    /// Of a company the caller has already read within the scope.
    public NoticeTerms of(long companyId) {
        return db.selectFrom(NOTICE_TERMS)
                .where(NOTICE_TERMS.COMPANY_ID.eq(companyId))
                .fetchOptional(row -> new NoticeTerms(row.getDays(), row.getSuspension(), row.getAcceleration()))
                .orElse(NoticeTerms.USUAL);
    }

    /// @throws Problem forbidden for others than administrators, not found, refused when the days are not 8 to 15
    @Transactional
    public NoticeTerms put(SignedIn by, String companyCode, Draft draft) {
        if (!by.administers()) {
            throw Problem.forbidden("platform.problem.forbidden");
        }
        var company = companies.get(by, companyCode);
        var before = of(company.id());
        var after = new NoticeTerms(
                Objects.requireNonNullElse(draft.days(), before.days()),
                Objects.requireNonNullElse(draft.suspension(), before.suspension()),
                Objects.requireNonNullElse(draft.acceleration(), before.acceleration()));
        checkDays(after.days());
        var row = db.newRecord(NOTICE_TERMS);
        row.setCompanyId(company.id());
        row.setDays(after.days());
        row.setSuspension(after.suspension());
        row.setAcceleration(after.acceleration());
        row.merge();
        audit.record(by, AuditKind.SETTING, company.code(), company.name(), before, after);
        return after;
    }

    static void checkDays(int days) {
        if (days < NoticeTerms.LEAST_DAYS || days > NoticeTerms.MOST_DAYS) {
            throw Problem.invalid(
                    "days",
                    "correspondence.notice.problem.days",
                    String.valueOf(NoticeTerms.LEAST_DAYS),
                    String.valueOf(NoticeTerms.MOST_DAYS));
        }
    }
}
