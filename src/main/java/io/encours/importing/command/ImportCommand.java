package io.encours.importing.command;

import io.encours.platform.command.Application;
import io.encours.platform.command.EncoursCommand;
import io.encours.platform.command.ProgressBar;
import io.encours.platform.command.RunningServer;
import io.encours.platform.web.Formats;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/// Imports files as the API does, one after the other. Exit status: 0 all taken in, 1 some lines rejected, 2 a file
/// refused.
@CommandLine.Command(name = "import")
public final class ImportCommand implements EncoursCommand {

    private static final int DONE = 0;
    private static final int LINES_REJECTED = 1;
    private static final int REFUSED = 2;
    private static final int ERRORS_SHOWN = 20;
    private static final long POLL_MILLIS = 200;

    @CommandLine.Parameters(arity = "1..*", paramLabel = "FILE")
    private List<Path> files = List.of();

    @CommandLine.Option(names = "--company", required = true, paramLabel = "CODE")
    private String company = "";

    @CommandLine.Option(names = "--kind", paramLabel = "K")
    private @Nullable String kind;

    @CommandLine.Option(names = "--mapping", paramLabel = "NAME")
    private String mapping = "";

    @CommandLine.Option(names = "--sheet", paramLabel = "NAME")
    private String sheet = "";

    @CommandLine.Option(names = "--mode", paramLabel = "M")
    private String mode = "";

    @CommandLine.Option(names = "--as-of", paramLabel = "DATE")
    private String asOf = "";

    @CommandLine.Option(names = "--dry-run")
    private boolean dryRun;

    @Override
    public int run(Application application) throws IOException, InterruptedException {
        try (var server = application.server()) {
            var worst = DONE;
            for (var file : files) {
                worst = Math.max(worst, take(file, server, application));
            }
            return worst;
        }
    }

    private int take(Path file, RunningServer server, Application application)
            throws IOException, InterruptedException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            return refused(application, file, application.text("importing.command.import.unreadable"));
        }
        var bar = ProgressBar.onTheTerminal();
        var name = file.getFileName().toString();
        var sending = application.text("importing.page.sending");
        var started = server.post("/api/v1/imports", fields(), file, percent -> bar.show(name, sending, percent));
        bar.clear();
        if (!started.isDone() || started.body() == null) {
            return refused(application, file, started.refusal());
        }
        var run = follow(started.body().path("id").asString(), name, server, application, bar);
        if (run.path("status").asString().equals("REFUSED")) {
            return refused(application, file, run.path("refusal").asString(""));
        }
        report(run, file, application);
        return run.path("rejected").asInt() > 0 ? LINES_REJECTED : DONE;
    }

    private Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("company", company);
        fields.put("kind", kind == null ? "" : kind);
        fields.put("mapping", mapping);
        fields.put("sheet", sheet);
        fields.put("mode", mode);
        fields.put("asOf", asOf);
        fields.put("dryRun", dryRun ? "true" : "");
        fields.values().removeIf(String::isEmpty);
        return fields;
    }

    private static JsonNode follow(
            String id, String name, RunningServer server, Application application, ProgressBar bar)
            throws IOException, InterruptedException {
        while (true) {
            var answer = server.get("/api/v1/imports/" + id);
            var run = answer.body();
            if (!answer.isDone() || run == null) {
                throw new IOException(answer.refusal());
            }
            if (!run.path("status").asString().equals("RUNNING")) {
                bar.clear();
                return run;
            }
            var phase = run.path("phase").asString("");
            bar.show(
                    name,
                    application.text("importing.page.phase." + phase),
                    run.path("progress").asInt());
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    private static int refused(Application application, Path file, String reason) {
        System.err.println(application.text("importing.command.import.refused", file, reason));
        return REFUSED;
    }

    private static void report(JsonNode run, Path file, Application application) {
        var out = application.out();
        var formats = new Formats(application.locale());
        out.println(application.text("importing.command.import.done", file, count(run, "read")));
        for (var outcome : List.of(
                "created", "changed", "unchanged", "otherAccounts", "setAside", "rejected", "removed", "settled")) {
            if (run.path(outcome).asInt() > 0) {
                out.println("  " + application.text("importing.command.import." + outcome, count(run, outcome)));
            }
        }
        for (var totals : List.of("", "rejected", "setAside", "settled")) {
            var debit = total(run, totals, "Debit");
            var credit = total(run, totals, "Credit");
            if (debit.signum() != 0 || credit.signum() != 0) {
                var name = totals.isEmpty() ? "kept" : totals;
                out.println("  "
                        + application.text(
                                "importing.command.import.totals." + name,
                                formats.amount(debit),
                                formats.amount(credit)));
            }
        }
        run.path("notices").forEach(notice -> out.println("  " + notice.asString()));
        errors(run.path("errors"), application);
    }

    private static void errors(JsonNode errors, Application application) {
        for (var index = 0; index < Math.min(errors.size(), ERRORS_SHOWN); index++) {
            var error = errors.path(index);
            System.err.println("  "
                    + application.text(
                            "importing.command.import.error",
                            String.valueOf(error.path("line").asInt()),
                            error.path("column").asString(""),
                            error.path("value").asString(""),
                            error.path("reason").asString("")));
        }
        if (errors.size() > ERRORS_SHOWN) {
            System.err.println("  " + application.text("importing.command.import.moreErrors"));
        }
    }

    private static String count(JsonNode run, String name) {
        return String.valueOf(run.path(name).asInt());
    }

    private static BigDecimal total(JsonNode run, String prefix, String side) {
        var name = prefix.isEmpty() ? side.toLowerCase(java.util.Locale.ROOT) + "Total" : prefix + side + "Total";
        return new BigDecimal(run.path(name).asString("0"));
    }
}
