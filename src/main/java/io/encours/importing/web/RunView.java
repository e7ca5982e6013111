package io.encours.importing.web;

import io.encours.importing.ImportRun;
import io.encours.importing.ImportRun.LineOutcome;
import io.encours.importing.ImportRun.Reject;
import io.encours.importing.ImportRun.Totals;
import io.encours.platform.web.Page;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/// A run as its page shows it.
///
/// @param rejects the first of them
public record RunView(ImportRun run, List<Reject> rejects, Page page) {

    private static final List<String> PHASES =
            List.of("READING", "CUSTOMERS", "LEDGER", "MATCHING", "ITEMS", "PLANNING");

    /// A step of the way.
    ///
    /// @param state `done`, `now` or empty
    public record Phase(String name, String state) {}

    /// A row of the report.
    public record Row(String outcome, Totals totals) {}

    public List<Phase> phases() {
        var at = PHASES.indexOf(run.phase());
        return PHASES.stream()
                .map(phase -> new Phase(
                        phase, PHASES.indexOf(phase) < at ? "done" : PHASES.indexOf(phase) == at ? "now" : ""))
                .toList();
    }

    /// Outcomes that add up to what was read; those that cannot be empty of sense are always there.
    public List<Row> rows() {
        return Arrays.stream(LineOutcome.values())
                .filter(LineOutcome::isOfFile)
                .map(outcome -> new Row(outcome.name(), run.totals(outcome)))
                .toList();
    }

    public Totals sum() {
        return rows().stream()
                .map(Row::totals)
                .reduce(
                        Totals.NONE,
                        (one, other) -> new Totals(
                                one.lines() + other.lines(),
                                one.debit().add(other.debit()),
                                one.credit().add(other.credit())));
    }

    public Totals removed() {
        return run.totals(LineOutcome.REMOVED);
    }

    public boolean isSetAside() {
        return run.totals(LineOutcome.SET_ASIDE).lines() > 0;
    }

    public boolean addsUp() {
        return sum().lines() == run.read();
    }

    public String refusal() {
        var key = run.refusal();
        return key == null ? "" : page.t(key, run.refusalArguments().toArray());
    }

    public String amount(BigDecimal amount) {
        return page.amount(amount);
    }

    public String size() {
        return size(run.fileSize(), page);
    }

    static String size(long bytes, Page page) {
        var kilobytes = Math.max(1, bytes / 1024);
        return kilobytes < 1024
                ? page.t("importing.page.kilobytes", kilobytes)
                : page.t("importing.page.megabytes", BigDecimal.valueOf(kilobytes / 102, 1));
    }

    /// What a whole list settled, or would.
    public Totals settled() {
        return run.totals(LineOutcome.SETTLED);
    }

    public String settledSentence(String key) {
        return page.t(
                key,
                settled().lines(),
                page.date(run.fullAsOf()),
                amount(settled().debit()),
                amount(settled().credit()));
    }

    public boolean hasRejects() {
        return run.totals(LineOutcome.REJECTED).lines() > 0;
    }

    /// New, changed and rejected lines, in short.
    public String changes() {
        return page.number(run.totals(LineOutcome.CREATED).lines())
                + " · "
                + page.number(run.totals(LineOutcome.CHANGED).lines())
                + " · "
                + page.number(run.totals(LineOutcome.REJECTED).lines());
    }

    /// What is at hand of the run's rejects.
    public String rejectsPath() {
        return "/imports/" + run.id() + "/rejects";
    }

    /// The state as a word and its style.
    public String badge() {
        return switch (run.status()) {
            case RUNNING -> "todo";
            case DONE -> run.totals(LineOutcome.REJECTED).lines() > 0 ? "warn" : "good";
            case REFUSED -> "bad";
        };
    }

    public String state() {
        return switch (run.status()) {
            case RUNNING -> page.t("importing.page.state.RUNNING");
            case DONE ->
                run.totals(LineOutcome.REJECTED).lines() > 0
                        ? page.t(
                                "importing.page.state.REJECTS",
                                run.totals(LineOutcome.REJECTED).lines())
                        : page.t("importing.page.state.DONE");
            case REFUSED -> page.t("importing.page.state.REFUSED");
        };
    }
}
