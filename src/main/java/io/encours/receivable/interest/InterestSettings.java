package io.encours.receivable.interest;

import static encours.db.receivable.Tables.INTEREST_CUSTOMER_TERMS;
import static encours.db.receivable.Tables.INTEREST_TERMS;

import io.encours.company.Companies;
import io.encours.customer.Customers;
import io.encours.identity.Audit;
import io.encours.identity.AuditKind;
import io.encours.identity.SignedIn;
import io.encours.platform.Checks;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What companies claim for late payment, and what differs for a customer. A change counts at once for all that is not
/// decided yet, also for days past; it is in the audit trail.
@Service
public class InterestSettings {

    /// What a caller says for a company; checked here. What is null keeps its value.
    public record CompanyDraft(
            @Nullable String rate,
            @Nullable String percent,
            @Nullable String dayBase,
            @Nullable String imputation,
            @Nullable Boolean indemnity,
            @Nullable Boolean waiving) {}

    /// What a caller says for a customer; checked here.
    ///
    /// @param rate empty: the company's
    public record CustomerDraft(
            @Nullable String debtor,
            @Nullable String rate,
            @Nullable String percent,
            @Nullable LocalDate insolvencyOn) {}

    private final DSLContext db;
    private final Companies companies;
    private final Customers customers;
    private final Audit audit;

    InterestSettings(DSLContext db, Companies companies, Customers customers, Audit audit) {
        this.db = db;
        this.companies = companies;
        this.customers = customers;
        this.audit = audit;
    }

    /// Of a company the caller has already read within the scope.
    public CompanyTerms ofCompany(long companyId) {
        return db.selectFrom(INTEREST_TERMS)
                .where(INTEREST_TERMS.COMPANY_ID.eq(companyId))
                .fetchOptional(row -> new CompanyTerms(
                        RateChoice.valueOf(row.getRate()),
                        stripped(row.getPercent()),
                        DayBase.valueOf(row.getDayBase()),
                        Imputation.valueOf(row.getImputation()),
                        row.getIndemnity(),
                        row.getWaiving()))
                .orElse(CompanyTerms.USUAL);
    }

    /// Of a customer the caller has already read within the scope.
    public CustomerTerms ofCustomer(long customerId) {
        return terms(INTEREST_CUSTOMER_TERMS.CUSTOMER_ID.eq(customerId)).getOrDefault(customerId, CustomerTerms.USUAL);
    }

    /// Of the customers of a company that differ.
    Map<Long, CustomerTerms> ofCustomers(long companyId) {
        return terms(INTEREST_CUSTOMER_TERMS.COMPANY_ID.eq(companyId));
    }

    /// Those of these customers against whom collective proceedings are open.
    public Set<Long> insolvent(Collection<Long> customerIds, LocalDate today) {
        return db.select(INTEREST_CUSTOMER_TERMS.CUSTOMER_ID)
                .from(INTEREST_CUSTOMER_TERMS)
                .where(
                        INTEREST_CUSTOMER_TERMS.CUSTOMER_ID.eq(DSL.any(customerIds.toArray(Long[]::new))),
                        INTEREST_CUSTOMER_TERMS.INSOLVENCY_ON.le(today))
                .fetchSet(INTEREST_CUSTOMER_TERMS.CUSTOMER_ID);
    }

    /// @throws Problem forbidden for others than administrators, not found, refused with the fields that are wrong
    @Transactional
    public CompanyTerms put(SignedIn by, String companyCode, CompanyDraft draft) {
        ClaimRights.require(by.administers());
        var company = companies.get(by, companyCode);
        var before = ofCompany(company.id());
        var after = checked(before, draft);
        var row = db.newRecord(INTEREST_TERMS);
        row.setCompanyId(company.id());
        row.setRate(after.rate().name());
        row.setPercent(after.percent());
        row.setDayBase(after.dayBase().name());
        row.setImputation(after.imputation().name());
        row.setIndemnity(after.indemnity());
        row.setWaiving(after.waiving());
        row.merge();
        audit.record(by, AuditKind.INTEREST, company.code(), company.name(), before, after);
        return after;
    }

    /// @throws Problem forbidden for others than managers and administrators, not found also outside of the scope,
    ///     refused with the fields that are wrong
    @Transactional
    public CustomerTerms put(SignedIn by, Scope scope, String companyCode, String code, CustomerDraft draft) {
        ClaimRights.require(ClaimRights.mayLead(by));
        var customer = customers.get(scope, companyCode, code);
        var before = ofCustomer(customer.id());
        var after = checked(draft);
        var row = db.newRecord(INTEREST_CUSTOMER_TERMS);
        row.setCustomerId(customer.id());
        row.setCompanyId(customer.companyId());
        row.setDebtor(after.debtor().name());
        row.setRate(after.rate() == null ? null : after.rate().name());
        row.setPercent(after.percent());
        row.setInsolvencyOn(after.insolvencyOn());
        row.merge();
        audit.record(by, AuditKind.INTEREST, companyCode + "/" + code, customer.name(), before, after);
        return after;
    }

    private static CompanyTerms checked(CompanyTerms before, CompanyDraft draft) {
        var checks = new Checks();
        var rate = checks.choice("rate", draft.rate(), RateChoice.class, before.rate());
        var percent = percent(rate, draft.percent() == null ? plain(before.percent()) : draft.percent(), checks);
        var dayBase = checks.choice("dayBase", draft.dayBase(), DayBase.class, before.dayBase());
        var imputation = checks.choice("imputation", draft.imputation(), Imputation.class, before.imputation());
        checks.orRefuse();
        return new CompanyTerms(
                Objects.requireNonNull(rate),
                percent,
                Objects.requireNonNull(dayBase),
                Objects.requireNonNull(imputation),
                Objects.requireNonNullElse(draft.indemnity(), before.indemnity()),
                Objects.requireNonNullElse(draft.waiving(), before.waiving()));
    }

    private static CustomerTerms checked(CustomerDraft draft) {
        var checks = new Checks();
        var debtor = checks.choice("debtor", draft.debtor(), Debtor.class, Debtor.PROFESSIONAL);
        var chosen = checks.optional("rate", draft.rate(), 20);
        var rate = chosen == null ? null : checks.choice("rate", chosen, RateChoice.class, null);
        var percent = percent(rate, draft.percent(), checks);
        var insolvency = draft.insolvencyOn();
        checks.that(
                insolvency == null || (insolvency.getYear() >= 1990 && insolvency.getYear() < 2100),
                "insolvencyOn",
                "receivable.interest.problem.day");
        checks.orRefuse();
        return new CustomerTerms(Objects.requireNonNull(debtor), rate, percent, draft.insolvencyOn());
    }

    /// Only a contractual rate has one, and needs one.
    private static @Nullable BigDecimal percent(@Nullable RateChoice rate, @Nullable String typed, Checks checks) {
        if (rate != RateChoice.CONTRACTUAL) {
            return null;
        }
        checks.that(typed != null && !typed.isBlank(), "percent", "platform.problem.required");
        return Percent.read("percent", typed, BigDecimal.ZERO, checks);
    }

    private Map<Long, CustomerTerms> terms(Condition which) {
        return db.selectFrom(INTEREST_CUSTOMER_TERMS)
                .where(which)
                .fetchMap(
                        row -> row.getCustomerId(),
                        row -> new CustomerTerms(
                                Debtor.valueOf(row.getDebtor()),
                                row.getRate() == null ? null : RateChoice.valueOf(row.getRate()),
                                stripped(row.getPercent()),
                                row.getInsolvencyOn()));
    }

    private static @Nullable BigDecimal stripped(@Nullable BigDecimal percent) {
        return percent == null ? null : Percent.tidy(percent);
    }

    private static @Nullable String plain(@Nullable BigDecimal percent) {
        return percent == null ? null : percent.toPlainString();
    }
}
