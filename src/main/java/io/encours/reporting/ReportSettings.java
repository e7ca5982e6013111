package io.encours.reporting;

import static encours.db.reporting.Tables.COMPANY_OPTIONS;

import io.encours.company.Companies;
import io.encours.identity.Audit;
import io.encours.identity.AuditKind;
import io.encours.identity.SignedIn;
import io.encours.platform.Checks;
import io.encours.platform.Problem;
import io.encours.reporting.ReportOptions.Draft;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// *Options avancées* of companies, kept by administrators. A change counts at once, also for days past.
@Service
public class ReportSettings {

    private static final int LONGEST_BUCKET = 3650;
    static final int MOST_DAYS = 731;

    private final DSLContext db;
    private final Companies companies;
    private final Audit audit;

    ReportSettings(DSLContext db, Companies companies, Audit audit) {
        this.db = db;
        this.companies = companies;
        this.audit = audit;
    }

    /// Of a company the caller has already read within the scope.
    public ReportOptions of(long companyId) {
        return db.selectFrom(COMPANY_OPTIONS)
                .where(COMPANY_OPTIONS.COMPANY_ID.eq(companyId))
                .fetchOptional(row -> new ReportOptions(
                        new Buckets(List.of(row.getBuckets())),
                        DsoMethod.valueOf(row.getDsoMethod()),
                        row.getDsoDays()))
                .orElse(ReportOptions.USUAL);
    }

    /// @throws Problem forbidden for others than administrators, not found, refused with the fields that are
    ///     wrong
    @Transactional
    public ReportOptions put(SignedIn by, String companyCode, Draft draft) {
        if (!by.administers()) {
            throw Problem.forbidden("platform.problem.forbidden");
        }
        var company = companies.get(by, companyCode);
        var before = of(company.id());
        var after = checked(before, draft);
        var row = db.newRecord(COMPANY_OPTIONS);
        row.setCompanyId(company.id());
        row.setBuckets(after.buckets().edges().toArray(Integer[]::new));
        row.setDsoMethod(after.dsoMethod().name());
        row.setDsoDays(after.dsoDays());
        row.merge();
        audit.record(by, AuditKind.SETTING, company.code(), company.name(), before, after);
        return after;
    }

    private static ReportOptions checked(ReportOptions before, Draft draft) {
        var checks = new Checks();
        var edges = Objects.requireNonNullElse(draft.buckets(), before.buckets().edges());
        checks.that(areEdges(edges), "buckets", "reporting.problem.buckets");
        var method = checks.choice("dsoMethod", draft.dsoMethod(), DsoMethod.class, before.dsoMethod());
        var days = Objects.requireNonNullElse(draft.dsoDays(), before.dsoDays());
        checks.that(isDays(days), "dsoDays", "reporting.problem.days", String.valueOf(MOST_DAYS));
        checks.orRefuse();
        return new ReportOptions(new Buckets(edges), Objects.requireNonNull(method), days);
    }

    static boolean isDays(int days) {
        return days >= 1 && days <= MOST_DAYS;
    }

    /// Ascending, from one to ten of them.
    static boolean areEdges(List<@Nullable Integer> edges) {
        return !edges.isEmpty()
                && edges.size() <= Buckets.MOST
                && edges.stream().allMatch(edge -> edge != null && edge >= 1 && edge <= LONGEST_BUCKET)
                && IntStream.range(1, edges.size())
                        .allMatch(place -> Objects.requireNonNull(edges.get(place - 1))
                                < Objects.requireNonNull(edges.get(place)));
    }
}
