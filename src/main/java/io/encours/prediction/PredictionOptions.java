package io.encours.prediction;

import static encours.db.prediction.Tables.COMPANY_OPTIONS;

import io.encours.company.Companies;
import io.encours.identity.Audit;
import io.encours.identity.AuditKind;
import io.encours.identity.SignedIn;
import io.encours.platform.Checks;
import io.encours.platform.Problem;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// *Options avancées* of a company: what the average payment delay counts from (D3). Takes effect at once,
/// wherever it is shown.
@Service
public class PredictionOptions {

    /// In the audit trail.
    record Options(DelayReference averagePaymentDelayReference) {}

    private final DSLContext db;
    private final Companies companies;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    PredictionOptions(DSLContext db, Companies companies, Audit audit, ApplicationEventPublisher events) {
        this.db = db;
        this.companies = companies;
        this.audit = audit;
        this.events = events;
    }

    /// Of a company the caller has already read within the scope.
    public DelayReference reference(long companyId) {
        return db.select(COMPANY_OPTIONS.DELAY_REFERENCE)
                .from(COMPANY_OPTIONS)
                .where(COMPANY_OPTIONS.COMPANY_ID.eq(companyId))
                .fetchOptional(row -> DelayReference.valueOf(row.value1()))
                .orElse(DelayReference.INVOICE_DATE);
    }

    /// Of all companies that differ from the usual.
    public Map<Long, DelayReference> references() {
        return db.select(COMPANY_OPTIONS.COMPANY_ID, COMPANY_OPTIONS.DELAY_REFERENCE)
                .from(COMPANY_OPTIONS)
                .fetchMap(row -> row.value1(), row -> DelayReference.valueOf(row.value2()));
    }

    /// @param reference empty: as it was
    /// @throws Problem forbidden for others than administrators, not found, refused when it is no reference
    @Transactional
    public DelayReference put(SignedIn by, String companyCode, @Nullable String reference) {
        if (!by.administers()) {
            throw Problem.forbidden("platform.problem.forbidden");
        }
        var company = companies.get(by, companyCode);
        var before = reference(company.id());
        var checks = new Checks();
        var after = checks.choice("averagePaymentDelayReference", reference, DelayReference.class, before);
        checks.orRefuse();
        var chosen = Objects.requireNonNull(after);
        var row = db.newRecord(COMPANY_OPTIONS);
        row.setCompanyId(company.id());
        row.setDelayReference(chosen.name());
        row.merge();
        events.publishEvent(new DelayReferenceChanged(company.id()));
        audit.record(by, AuditKind.SETTING, company.code(), company.name(), new Options(before), new Options(chosen));
        return chosen;
    }
}
