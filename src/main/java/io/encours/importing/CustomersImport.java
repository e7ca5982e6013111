package io.encours.importing;

import io.encours.customer.CustomerField;
import io.encours.customer.Customers;
import io.encours.importing.ImportRun.LineOutcome;
import io.encours.importing.ImportRun.Totals;
import io.encours.importing.csv.CustomerRows;
import io.encours.importing.text.Unreadable;
import io.encours.platform.Progress;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.EnumMap;

/// Takes a customers file in.
final class CustomersImport implements Importer {

    private final Customers customers;

    CustomersImport(Customers customers) {
        this.customers = customers;
    }

    @Override
    public Report run(Task task, Progress progress) throws IOException, Unreadable {
        progress.at("READING", 5);
        var read = CustomerRows.read(task.file(), customers::agent);
        progress.at("CUSTOMERS", 50);
        var totals = new EnumMap<LineOutcome, Totals>(LineOutcome.class);
        totals.put(LineOutcome.REJECTED, rows(read.rejected().size()));
        var columns = java.util.Arrays.stream(CustomerField.values())
                .filter(field -> read.file().columns().containsKey(field.label()))
                .toList();
        var upserted = customers.upsert(task.company().id(), columns, read.rows());
        totals.put(LineOutcome.CREATED, rows(upserted.created()));
        totals.put(LineOutcome.CHANGED, rows(upserted.changed()));
        totals.put(LineOutcome.UNCHANGED, rows(upserted.unchanged()));
        var file = read.file();
        var report = new Report(
                read.read(),
                totals,
                read.rejected(),
                LinesImport.unknownColumns(file.unknown()),
                Detected.of(file.text(), file.separator(), file.header()));
        report.verify(rows(read.read()));
        return report;
    }

    private static Totals rows(int number) {
        return new Totals(number, BigDecimal.ZERO, BigDecimal.ZERO);
    }
}
