package io.encours.receivable.api;

import io.encours.company.Companies;
import io.encours.platform.BusinessDate;
import io.encours.platform.Money;
import io.encours.platform.Scope;
import io.encours.platform.Slice;
import io.encours.receivable.LedgerLine;
import io.encours.receivable.Receivables;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The ledger query (C3): lines with matching code and running balance, as of any day.
@RestController
class LedgerResource {

    private static final int LIMIT = 1_000;

    private final Receivables receivables;
    private final Companies companies;
    private final BusinessDate businessDate;

    LedgerResource(Receivables receivables, Companies companies, BusinessDate businessDate) {
        this.receivables = receivables;
        this.companies = companies;
        this.businessDate = businessDate;
    }

    /// A line as the API writes it.
    record Line(
            String id,
            LocalDate date,
            String journal,
            String entry,
            String account,
            String controlAccount,
            String document,
            LocalDate documentDate,
            LocalDate dueDate,
            String label,
            String debit,
            String credit,
            String currency,
            @Nullable String matchingCode,
            @Nullable LocalDate matchingDate,
            String remaining,
            String balance) {

        static Line of(LedgerLine line) {
            return new Line(
                    line.id().toString(),
                    line.entryDate(),
                    line.journal(),
                    line.entryNumber(),
                    line.account(),
                    line.controlAccount(),
                    line.document(),
                    line.documentDate(),
                    line.dueDate(),
                    line.label(),
                    Money.of(line.debit(), line.currency()).plain(),
                    Money.of(line.credit(), line.currency()).plain(),
                    line.currency(),
                    line.matchingCode().isEmpty() ? null : line.matchingCode(),
                    line.matchingDate(),
                    Money.of(line.remaining(), line.currency()).plain(),
                    Money.of(line.balance(), line.currency()).plain());
        }
    }

    @GetMapping("/api/v1/customers/{company}/{code}/ledger")
    Slice<Line> ledger(
            Scope scope,
            @PathVariable String company,
            @PathVariable String code,
            @RequestParam Optional<LocalDate> asOf,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam Optional<String> cursor) {
        var day = asOf.orElseGet(
                () -> businessDate.today(companies.get(scope, company).zone()));
        var lines = receivables.ledger(scope, company, code, day, Math.clamp(limit, 1, LIMIT), cursor.orElse(null));
        return new Slice<>(lines.items().stream().map(Line::of).toList(), lines.next());
    }
}
