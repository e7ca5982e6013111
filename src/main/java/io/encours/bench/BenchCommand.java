package io.encours.bench;

import io.encours.platform.command.Application;
import io.encours.platform.command.EncoursCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Measures the application beside its limits (spec/api.md). Status 2: there is no such benchmark.
@CommandLine.Command(name = "bench")
public final class BenchCommand implements EncoursCommand {

    private static final String ALL = "all";

    @CommandLine.Parameters(paramLabel = "NAME", arity = "0..*")
    private List<String> names = List.of(ALL);

    @CommandLine.Option(names = "--size", arity = "1..*", paramLabel = "N")
    private List<Integer> sizes = List.of(10_000, 100_000);

    @CommandLine.Option(names = "--json", paramLabel = "FILE")
    private @Nullable Path json;

    @Override
    public int run(Application application) throws Exception {
        var known = Benchmark.ALL.stream().map(Benchmark::name).toList();
        for (var name : names) {
            if (!name.equals(ALL) && !known.contains(name)) {
                application.out().println(application.text("bench.unknown", name, String.join(", ", known)));
                return CommandLine.ExitCode.USAGE;
            }
        }
        var results = measure(application);
        if (json != null) {
            var mapper = JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();
            Files.writeString(json, mapper.writeValueAsString(results) + System.lineSeparator());
        }
        return CommandLine.ExitCode.OK;
    }

    private List<Measurement> measure(Application application) throws Exception {
        var results = new ArrayList<Measurement>();
        var table = new Table(application.out());
        table.head();
        for (var size : sizes) {
            // A database for each size: what a larger one left behind must not weigh on a smaller one.
            try (var bed = Bed.make(application)) {
                for (var benchmark : Benchmark.ALL) {
                    if (names.contains(ALL) || names.contains(benchmark.name())) {
                        var measured = benchmark.measure(bed, size);
                        measured.forEach(table::print);
                        results.addAll(measured);
                    }
                }
            }
        }
        return results;
    }
}
