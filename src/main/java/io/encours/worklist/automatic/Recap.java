package io.encours.worklist.automatic;

import io.encours.correspondence.Channel;
import io.encours.platform.RowId;
import io.encours.worklist.outgoing.Outgoing;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What went out, or is to go out, by itself for a company on a business day, as far as the caller sees its
/// customers.
///
/// @param groups by action, in the order of the strategies
/// @param stopped items that were kept back, by reason; of several runs on a day the last
public record Recap(LocalDate day, List<Group> groups, List<Stopped> stopped) {

    /// Where a message or a letter stands, for who reads the recap.
    public enum Stand {
        /// Waits for a person.
        TO_CONFIRM,
        /// Goes when its hour has come.
        LEAVING,
        /// A letter that waits for a print run.
        TO_PRINT,
        /// On its way, or there; of a letter: printed.
        GONE,
        /// Failed, came back, or nobody knows.
        TROUBLE,
        /// Stopped by a person.
        STOPPED,
        /// Taken back by Encours itself: it was no longer so.
        WITHDRAWN;

        /// Its name in a message file.
        public String messageKey() {
            return "worklist.recap.stand." + name();
        }

        /// It went, or may still go.
        public boolean counts() {
            return this != STOPPED && this != WITHDRAWN;
        }

        /// It can still be stopped.
        public boolean isOpen() {
            return this == TO_CONFIRM || this == LEAVING || this == TO_PRINT;
        }
    }

    /// The newest message and the newest letter that were to be read. What is written later waits for who
    /// reads it.
    ///
    /// @param message id; 0: there was none
    /// @param letter id; 0: there was none
    public record UpTo(long message, long letter) {

        private static final Pattern TEXT = Pattern.compile("(\\d{1,18})-(\\d{1,18})");

        /// Empty when the text is none.
        ///
        /// @param text as `toString` gives it
        public static Optional<UpTo> parse(String text) {
            var found = TEXT.matcher(text);
            return found.matches()
                    ? Optional.of(new UpTo(Long.parseLong(found.group(1)), Long.parseLong(found.group(2))))
                    : Optional.empty();
        }

        boolean covers(Outgoing what) {
            return what.id().id() <= (what.kind() == Outgoing.Kind.LETTER ? letter : message);
        }

        @Override
        public String toString() {
            return message + "-" + letter;
        }
    }

    /// What makes one group: the messages of an action, on one channel, in one currency.
    public record Key(String code, Channel channel, String currency) {}

    /// Lines of a group.
    ///
    /// @param more there are others after them
    public record Part(List<Line> lines, boolean more) {}

    /// Messages of one action.
    ///
    /// @param amount without those that were stopped or withdrawn
    /// @param newest id of the last one that was written
    /// @param lines the first of them
    /// @param more there are others
    public record Group(
            String code,
            String label,
            Channel channel,
            String currency,
            BigDecimal amount,
            Map<Stand, Integer> counts,
            long newest,
            List<Line> lines,
            boolean more) {

        public Key key() {
            return new Key(code, channel, currency);
        }

        /// Without those that were stopped or withdrawn.
        public int messages() {
            return counts.entrySet().stream()
                    .filter(entry -> entry.getKey().counts())
                    .mapToInt(Map.Entry::getValue)
                    .sum();
        }

        public int open() {
            return counts.entrySet().stream()
                    .filter(entry -> entry.getKey().isOpen())
                    .mapToInt(Map.Entry::getValue)
                    .sum();
        }
    }

    /// A message or a letter.
    ///
    /// @param customer code
    /// @param recipient address or number; empty for a letter
    /// @param goesAt when it goes, or went; null: a person decides
    /// @param because what was no longer so, a key of a message file; null: it was not withdrawn
    public record Line(
            Outgoing what,
            String company,
            String customer,
            String customerName,
            String subject,
            String recipient,
            int items,
            BigDecimal amount,
            String currency,
            Stand stand,
            @Nullable Instant goesAt,
            @Nullable String because) {}

    /// What a guard kept back.
    ///
    /// @param lines the first of them
    public record Stopped(Guard guard, int count, List<StoppedItem> lines) {}

    /// An item whose action did not go out.
    ///
    /// @param customer code
    /// @param label of the action
    public record StoppedItem(
            RowId item,
            String company,
            String customer,
            String customerName,
            String document,
            String label,
            BigDecimal amount,
            String currency) {}

    /// A day on which something went out or was kept back, in a list of days.
    public record Day(LocalDate day, int messages, int toConfirm, int leaving, int stopped, BigDecimal amount) {}

    public UpTo upTo() {
        return new UpTo(newest(false), newest(true));
    }

    private long newest(boolean letters) {
        return groups.stream()
                .filter(group -> (group.channel() == Channel.LETTER) == letters)
                .mapToLong(Group::newest)
                .max()
                .orElse(0);
    }

    public int count(Stand stand) {
        return groups.stream()
                .mapToInt(group -> group.counts().getOrDefault(stand, 0))
                .sum();
    }

    public int messages() {
        return groups.stream().mapToInt(Group::messages).sum();
    }

    public int stoppedItems() {
        return stopped.stream().mapToInt(Stopped::count).sum();
    }

    public boolean isEmpty() {
        return groups.isEmpty() && stopped.isEmpty();
    }
}
