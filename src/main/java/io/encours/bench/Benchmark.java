package io.encours.bench;

import java.util.List;

/// Something that is measured beside its limit.
interface Benchmark {

    List<Benchmark> ALL = List.of(
            new ImportBenchmark(),
            new PlanningBenchmark(),
            new SupervisorBenchmark(),
            new BatchBenchmark(),
            new SearchBenchmark(),
            new LettersBenchmark(),
            new ReportsBenchmark());

    /// As it is called on the command line.
    String name();

    List<Measurement> measure(Bed bed, int size) throws Exception;

    /// Measured runs after the warm-up.
    static int runs(int size) {
        return size > 200_000 ? 3 : 5;
    }
}
