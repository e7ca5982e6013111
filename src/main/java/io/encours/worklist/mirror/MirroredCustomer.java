package io.encours.worklist.mirror;

import org.jspecify.annotations.Nullable;

/// A customer and the lines of the plan that the supervisor may show: actions, and credits. Never changed; a
/// newer one takes its place.
public final class MirroredCustomer {

    /// The day of action of what has none: after every day there is.
    public static final int NO_DAY = Integer.MAX_VALUE;

    /// A figure that nothing is known of.
    public static final int UNKNOWN = Integer.MIN_VALUE;

    private final long id;
    private final long companyId;
    private final @Nullable Long agentId;
    private final String name;
    private final String searchKey;
    private final Habits habits;
    private final PlanLines lines;

    /// How the customer pays, in tenths of a day; `UNKNOWN` where nothing is known.
    ///
    /// @param delay mean delay from the date of the invoice
    /// @param lateness mean delay from the due date
    /// @param riskClass empty: none
    record Habits(int delay, int lateness, int dso, String riskClass) {}

    MirroredCustomer(
            long id,
            long companyId,
            @Nullable Long agentId,
            String name,
            String searchKey,
            Habits habits,
            PlanLines lines) {
        this.id = id;
        this.companyId = companyId;
        this.agentId = agentId;
        this.name = name;
        this.searchKey = searchKey;
        this.habits = habits;
        this.lines = lines;
    }

    public long id() {
        return id;
    }

    public long companyId() {
        return companyId;
    }

    public @Nullable Long agentId() {
        return agentId;
    }

    String name() {
        return name;
    }

    /// Name and code in small letters without accents, as in `customer.search_key`.
    public String searchKey() {
        return searchKey;
    }

    /// Mean delay from the date of the invoice in tenths of a day, or `UNKNOWN`.
    public int meanDelay() {
        return habits.delay();
    }

    /// Mean delay from the due date in tenths of a day, or `UNKNOWN`.
    public int meanLateness() {
        return habits.lateness();
    }

    /// In tenths of a day, or `UNKNOWN`.
    public int dso() {
        return habits.dso();
    }

    /// Empty: none.
    public String riskClass() {
        return habits.riskClass();
    }

    /// How many lines.
    public int size() {
        return lines.size;
    }

    public long item(int line) {
        return lines.items[line];
    }

    /// Remaining amount in ten-thousandths of its currency.
    public long amount(int line) {
        return lines.amounts[line];
    }

    /// Day of the action since 1970, `NO_DAY` for a credit.
    public int actionDay(int line) {
        return lines.actionDays[line];
    }

    /// Due date in days since 1970.
    public int dueDay(int line) {
        return lines.dueDays[line];
    }

    /// Number of the step in `MirroredPlan.steps`.
    public int step(int line) {
        return lines.steps[line];
    }

    PlanLines lines() {
        return lines;
    }
}
