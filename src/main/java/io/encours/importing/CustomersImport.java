package io.encours.importing;

import io.encours.customer.Customers;
import io.encours.importing.ImportRun.LineOutcome;
import io.encours.importing.ImportRun.Totals;
import io.encours.importing.layout.Grids;
import io.encours.importing.rows.CustomerRows;
import io.encours.importing.text.Unreadable;
import io.encours.platform.Progress;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.EnumMap;

/// Takes a customers file in.
final class CustomersImport implements Importer {

    /// Share of the progress that checking takes.
    private static final int CHECKED = 45;

    private final Customers customers;

    CustomersImport(Customers customers) {
        this.customers = customers;
    }

    @Override
    public Report run(Task task, Progress progress) throws IOException, Unreadable {
        progress.at("READING", 0);
        try (var grids = Grids.open(task.file())) {
            var columns = task.reading().columns(grids);
            var read = CustomerRows.check(
                    columns, customers::agent, percent -> progress.at("READING", percent * CHECKED / 100));
            progress.at("CUSTOMERS", CHECKED);
            var totals = new EnumMap<LineOutcome, Totals>(LineOutcome.class);
            totals.put(LineOutcome.REJECTED, rows(read.rejected().size()));
            var upserted = customers.upsert(task.company().id(), read.fields(), read::forEach);
            totals.put(LineOutcome.CREATED, rows(upserted.created()));
            totals.put(LineOutcome.CHANGED, rows(upserted.changed()));
            totals.put(LineOutcome.UNCHANGED, rows(upserted.unchanged()));
            var report = new Report(
                    read.read(),
                    totals,
                    read.rejected(),
                    LinesImport.notices(columns, task.reading()),
                    columns.table().detected());
            report.verify(rows(read.read()));
            return report;
        }
    }

    private static Totals rows(int number) {
        return new Totals(number, BigDecimal.ZERO, BigDecimal.ZERO);
    }
}
