package io.encours.importing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One import, running or finished, and its report.
///
/// @param company code
/// @param kind null: not recognised
/// @param mapping name of the one it was read by; empty: none
/// @param fullAsOf the file was the whole list of this day; null: what was absent stayed as it was
/// @param phase WAITING, READING, CUSTOMERS, LEDGER, MATCHING, ITEMS, PLANNING or FINISHED
/// @param progress percent
/// @param read lines of data
/// @param totals of each outcome; their sum is what was read, REMOVED apart
/// @param refusal message key of why nothing was taken in
/// @param detected what the file turned out to be: charset, separator, from, to …
/// @param notices worth knowing, changed nothing
/// @param startedBy name of the user
public record ImportRun(
        long id,
        long companyId,
        String company,
        @Nullable ImportKind kind,
        String fileName,
        long fileSize,
        String mapping,
        @Nullable LocalDate fullAsOf,
        boolean dryRun,
        Status status,
        String phase,
        int progress,
        int read,
        Map<LineOutcome, Totals> totals,
        @Nullable String refusal,
        List<String> refusalArguments,
        Map<String, String> detected,
        List<Notice> notices,
        @Nullable String startedBy,
        Instant startedAt,
        @Nullable Instant finishedAt) {

    public enum Status {
        RUNNING,
        DONE,
        /// Nothing was taken in.
        REFUSED
    }

    /// What became of a line.
    public enum LineOutcome {
        CREATED,
        CHANGED,
        UNCHANGED,
        /// Not a receivable: counts in the totals and tells the nature of the receivable lines.
        OTHER_ACCOUNTS,
        REJECTED,
        SET_ASIDE,
        /// Not in the file any more.
        REMOVED,
        /// Open, and not on a whole list: settled.
        SETTLED;

        /// Of a line of the file; what is absent counts in no total of it.
        public boolean isOfFile() {
            return this != REMOVED && this != SETTLED;
        }
    }

    /// How many lines, and what they sum up to.
    public record Totals(int lines, BigDecimal debit, BigDecimal credit) {

        public static final Totals NONE = new Totals(0, BigDecimal.ZERO, BigDecimal.ZERO);

        Totals plus(Totals other) {
            return new Totals(lines + other.lines, debit.add(other.debit), credit.add(other.credit));
        }
    }

    /// A message key with its arguments.
    public record Notice(String key, List<String> arguments) {

        static Notice of(String key, Object... arguments) {
            return new Notice(
                    key, java.util.Arrays.stream(arguments).map(String::valueOf).toList());
        }
    }

    /// A value that was not taken in.
    ///
    /// @param reason message key
    public record Reject(int line, String column, String value, String reason, List<String> arguments) {}

    public Totals totals(LineOutcome outcome) {
        return totals.getOrDefault(outcome, Totals.NONE);
    }

    /// Created, changed, unchanged and other accounts.
    public Totals kept() {
        return totals(LineOutcome.CREATED)
                .plus(totals(LineOutcome.CHANGED))
                .plus(totals(LineOutcome.UNCHANGED))
                .plus(totals(LineOutcome.OTHER_ACCOUNTS));
    }

    public boolean isRunning() {
        return status == Status.RUNNING;
    }
}
