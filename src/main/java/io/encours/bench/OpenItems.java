package io.encours.bench;

import io.encours.company.Company;
import io.encours.platform.BusinessDate;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Open items of any number, as the canonical CSV files: twenty-five a customer, due from four months ago to two months
/// ahead, one in twenty a credit note.
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

    private Path writeCustomers(Path folder) throws IOException {
        var file = folder.resolve("customers.csv");
        try (var out = Files.newBufferedWriter(file)) {
            out.write("code;name;agent;riskClass;paymentMethod;paymentTerms\n");
            for (var customer = 0; customer < customers(); customer++) {
                out.write("C%06d;Client %06d;%s;%s;%s;30%n"
                        .formatted(
                                customer,
                                customer,
                                agents.get(customer % agents.size()),
                                "ABCD".charAt(customer % 4),
                                METHODS.get(customer % METHODS.size())));
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
