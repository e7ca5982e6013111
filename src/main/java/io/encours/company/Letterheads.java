package io.encours.company;

import static encours.db.company.Tables.COMPANY_;
import static encours.db.company.Tables.LETTERHEAD;

import io.encours.identity.Audit;
import io.encours.identity.AuditKind;
import io.encours.identity.SignedIn;
import io.encours.platform.BankAccount;
import io.encours.platform.Checks;
import io.encours.platform.Problem;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The paper of companies: sender, logo, account, legal mentions.
@Service
public class Letterheads {

    private static final int LONGEST = 200;
    private static final int LONGEST_LEGAL = 600;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
    private static final Field<Boolean> HAS_LOGO =
            DSL.field(LETTERHEAD.LOGO.isNotNull()).as("has_logo");

    private final DSLContext db;
    private final Companies companies;
    private final Audit audit;

    Letterheads(DSLContext db, Companies companies, Audit audit) {
        this.db = db;
        this.companies = companies;
        this.audit = audit;
    }

    /// Of a company the caller may see; with nothing but its name until somebody has said more.
    public Letterhead of(long companyId) {
        return db.select(COMPANY_.NAME, COMPANY_.SIREN, COMPANY_.COUNTRY)
                .select(fields())
                .from(COMPANY_)
                .leftJoin(LETTERHEAD)
                .on(LETTERHEAD.COMPANY_ID.eq(COMPANY_.ID))
                .where(COMPANY_.ID.eq(companyId))
                .fetchSingle(Letterheads::letterhead);
    }

    /// @throws Problem not found when the user does not work for the company
    public Letterhead of(SignedIn user, String company) {
        return of(companies.get(user, company).id());
    }

    /// The logo as PNG.
    public Optional<byte[]> logo(long companyId) {
        return db.select(LETTERHEAD.LOGO)
                .from(LETTERHEAD)
                .where(LETTERHEAD.COMPANY_ID.eq(companyId))
                .fetchOptional(LETTERHEAD.LOGO);
    }

    /// Says all of it but the logo.
    ///
    /// @throws Problem not found when the user does not work for the company; refused when a value is wrong
    @Transactional
    public Letterhead put(SignedIn user, String company, Letterhead.Draft draft) {
        var of = companies.get(user, company);
        var before = of(of.id());
        var checks = new Checks();
        var iban = checks.optional("iban", draft.iban(), LONGEST);
        var bic = checks.optional("bic", draft.bic(), LONGEST);
        var email = checks.optional("email", draft.email(), LONGEST);
        checks.that(iban == null || BankAccount.iban(iban).isPresent(), "iban", "company.problem.iban");
        checks.that(bic == null || BankAccount.bic(bic).isPresent(), "bic", "company.problem.bic");
        checks.that(bic == null || iban != null, "iban", "company.problem.ibanMissing");
        checks.that(email == null || EMAIL.matcher(email).matches(), "email", "company.problem.email");
        var row = db.newRecord(LETTERHEAD);
        row.setCompanyId(of.id());
        row.setAddress(checks.optional("address", draft.address(), LONGEST));
        row.setPostalCode(checks.optional("postalCode", draft.postalCode(), 20));
        row.setCity(checks.optional("city", draft.city(), LONGEST));
        row.setPhone(checks.optional("phone", draft.phone(), 40));
        row.setEmail(email);
        row.setWebsite(checks.optional("website", draft.website(), LONGEST));
        row.setVatNumber(checks.optional("vatNumber", draft.vatNumber(), 30));
        row.setLegal(checks.optional("legal", draft.legal(), LONGEST_LEGAL));
        row.setSignatory(checks.optional("signatory", draft.signatory(), LONGEST));
        row.setIban(iban == null ? null : BankAccount.iban(iban).orElse(null));
        row.setBic(bic == null ? null : BankAccount.bic(bic).orElse(null));
        checks.orRefuse();
        db.insertInto(LETTERHEAD)
                .set(row)
                .onConflict(LETTERHEAD.COMPANY_ID)
                .doUpdate()
                .set(row)
                .execute();
        return audited(user, of, before);
    }

    /// Keeps a picture as logo.
    ///
    /// @param file PNG, JPEG or SVG of at most a megabyte
    /// @throws Problem not found when the user does not work for the company; invalid when it is no such picture
    @Transactional
    public void putLogo(SignedIn user, String company, byte[] file) {
        setLogo(user, companies.get(user, company), Logo.printable(file));
    }

    /// @throws Problem not found when the user does not work for the company
    @Transactional
    public void removeLogo(SignedIn user, String company) {
        setLogo(user, companies.get(user, company), null);
    }

    private void setLogo(SignedIn user, Company company, byte @Nullable [] logo) {
        var before = of(company.id());
        db.insertInto(LETTERHEAD)
                .set(LETTERHEAD.COMPANY_ID, company.id())
                .set(LETTERHEAD.LOGO, logo)
                .onConflict(LETTERHEAD.COMPANY_ID)
                .doUpdate()
                .set(LETTERHEAD.LOGO, logo)
                .execute();
        audited(user, company, before);
    }

    private Letterhead audited(SignedIn user, Company company, Letterhead before) {
        var after = of(company.id());
        audit.record(user, AuditKind.SETTING, company.code() + "/letterhead", company.name(), before, after);
        return after;
    }

    private static List<Field<?>> fields() {
        return List.of(
                LETTERHEAD.ADDRESS,
                LETTERHEAD.POSTAL_CODE,
                LETTERHEAD.CITY,
                LETTERHEAD.PHONE,
                LETTERHEAD.EMAIL,
                LETTERHEAD.WEBSITE,
                LETTERHEAD.VAT_NUMBER,
                LETTERHEAD.LEGAL,
                LETTERHEAD.SIGNATORY,
                LETTERHEAD.IBAN,
                LETTERHEAD.BIC,
                HAS_LOGO);
    }

    private static Letterhead letterhead(Record row) {
        var iban = row.get(LETTERHEAD.IBAN);
        return new Letterhead(
                row.get(COMPANY_.NAME),
                row.get(COMPANY_.SIREN),
                row.get(COMPANY_.COUNTRY),
                row.get(LETTERHEAD.ADDRESS),
                row.get(LETTERHEAD.POSTAL_CODE),
                row.get(LETTERHEAD.CITY),
                row.get(LETTERHEAD.PHONE),
                row.get(LETTERHEAD.EMAIL),
                row.get(LETTERHEAD.WEBSITE),
                row.get(LETTERHEAD.VAT_NUMBER),
                row.get(LETTERHEAD.LEGAL),
                row.get(LETTERHEAD.SIGNATORY),
                iban == null ? null : new BankAccount(iban, row.get(LETTERHEAD.BIC)),
                row.get(HAS_LOGO));
    }
}
