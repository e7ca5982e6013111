package io.encours.bench;

import io.encours.company.Company;
import io.encours.platform.BusinessDate;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Open items of any number, as the canonical CSV files: twenty-five a customer, due from four months ago to
/// two months ahead, one in twenty a credit note.
final class OpenItems {

    private static final int ITEMS_OF_A_CUSTOMER = 25;
    private static final List<String> METHODS = List.of("VIR", "CHQ", "PRLV", "LCR");

    private final int items;
    private final LocalDate today;
    private final List<String> agents;
    private final Random random = new Random(20261125);

    private OpenItems(int items, LocalDate today, List<String> agents) {
        this.items = items;
        this.today = today;
        this.agents = agents;
    }

    /// A company with so many open items, and the strategies to chase them.
    static Company company(Bed bed, int items) throws IOException {
        var company = bed.company();
        var agents = bed.collectors(company);
        var ledger = new OpenItems(items, bed.bean(BusinessDate.class).today(), agents);
        bed.standardStrategy();
        ImportBenchmark.send(bed, company.code(), ledger.writeCustomers(bed.folder()));
        ImportBenchmark.send(bed, company.code(), ledger.writeItems(bed.folder()));
        bed.db().execute("analyze");
        return company;
    }

    /// Has up to three steps of the strategy behind each item, so that the plan holds actions of every kind.
    static void begin(Bed bed, Company company) {
        bed.db()
                .execute(
                        """
                        insert into worklist.done_action (customer_id, company_id, item_id, occurrence, decision, strategy_id,
                            position, step_code, code, label, type, stage, theoretical_date, action_date, done_on, done_at, done_by)
                        select i.customer_id, i.company_id, i.id, step, 'VALIDATED', a.strategy_id,
                            a.position, a.code, a.code, a.label, a.type, a.stage, due.day, due.day, due.day, ?::timestamptz, ?
                        from receivable.open_item i
                        cross join lateral generate_series(1, (i.id % 4)::int) step
                        join strategy.strategy s on s.code = 'STANDARD'
                        join strategy.strategy_action a on a.strategy_id = s.id and a.code = 'A' || step
                        cross join lateral (select i.due_date + a.delay as day) due
                        where i.company_id = ? and i.remaining > 0
                        """,
                        bed.bean(Clock.class).instant().atOffset(ZoneOffset.UTC),
                        bed.administrator().id(),
                        company.id());
    }

    private Path writeCustomers(Path folder) throws IOException {
        var file = folder.resolve("customers.csv");
        try (var out = Files.newBufferedWriter(file)) {
            out.write("code;name;agent;riskClass;paymentMethod;paymentTerms;email;address;postalCode;city\n");
            for (var customer = 0; customer < customers(); customer++) {
                out.write("C%06d;Client %06d;%s;%s;%s;30;compta@client%06d.example;12, rue des Essais;69002;Lyon%n"
                        .formatted(
                                customer,
                                customer,
                                agents.get(customer % agents.size()),
                                "ABCD".charAt(customer % 4),
                                METHODS.get(customer % METHODS.size()),
                                customer));
            }
        }
        return file;
    }

    private Path writeItems(Path folder) throws IOException {
        var file = folder.resolve("items.csv");
        try (var out = Files.newBufferedWriter(file)) {
            out.write("customer;document;documentDate;dueDate;amount;kind\n");
            for (var item : IntStream.range(0, items).toArray()) {
                var due = today.plusDays(random.nextInt(-120, 61));
                var isCredit = item % 20 == 7;
                out.write("C%06d;%s%07d;%s;%s;%s;%s%n"
                        .formatted(
                                item % customers(),
                                isCredit ? "AV" : "FA",
                                item,
                                due.minusDays(30),
                                due,
                                BigDecimal.valueOf(random.nextInt(1_000, 900_000), 2)
                                        .multiply(BigDecimal.valueOf(isCredit ? -1 : 1)),
                                isCredit ? "CREDIT_NOTE" : "INVOICE"));
            }
        }
        return file;
    }

    private int customers() {
        return Math.max(1, items / ITEMS_OF_A_CUSTOMER);
    }
}
