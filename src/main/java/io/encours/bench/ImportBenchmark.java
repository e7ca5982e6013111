package io.encours.bench;

import io.encours.importing.ImportRun;
import io.encours.importing.Imports;
import io.encours.importing.Upload;
import io.encours.platform.BusinessDate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A FEC into a company of its own, to the committed report and plan.
final class ImportBenchmark implements Benchmark {

    /// Of ten invoices, how many stay unpaid.
    private static final int OPEN = 2;

    @Override
    public String name() {
        return "import";
    }

    @Override
    public List<Measurement> measure(Bed bed, int size) throws Exception {
        var year = bed.bean(BusinessDate.class).today().withDayOfYear(1).minusYears(1);
        var fec = new SyntheticLedger(year, size, OPEN).write(bed.folder());
        var limit = new CopyLimit(bed, fec);
        send(bed, bed.company().code(), fec);
        limit.copy();
        var imports = new Samples();
        var copies = new Samples();
        for (var run = 0; run < Benchmark.runs(size); run++) {
            var company = bed.company().code();
            bed.settle();
            imports.time(() -> send(bed, company, fec));
            limit.empty();
            bed.settle();
            copies.time(limit::copy);
        }
        return List.of(Measurement.of(name(), size, imports, copies));
    }

    /// Imports a file and waits for its end.
    static void send(Bed bed, String company, Path file) throws IOException {
        var imports = bed.bean(Imports.class);
        var scope = bed.everything();
        try (var content = Files.newInputStream(file)) {
            var id = imports.start(
                    scope,
                    bed.administrator(),
                    new Upload(company, null, file.getFileName().toString(), false),
                    content);
            imports.await(id);
            var run = imports.get(scope, id);
            if (run.status() != ImportRun.Status.DONE) {
                throw new IllegalStateException("%s was refused: %s".formatted(file.getFileName(), run.refusal()));
            }
        }
    }
}
