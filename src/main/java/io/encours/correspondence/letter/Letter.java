package io.encours.correspondence.letter;

import io.encours.platform.RowId;
import io.encours.strategy.Purpose;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A letter as it was made.
///
/// @param company code
/// @param customer code
/// @param dated business date on the letter
/// @param author name as it was then
/// @param template code
/// @param version of the template; 0: the text Encours comes with
/// @param amount asked for
/// @param pages null: they are not drawn yet
/// @param items documents it is about
public record Letter(
        RowId id,
        long companyId,
        String company,
        String customer,
        String customerName,
        Purpose purpose,
        LocalDate dated,
        Instant createdAt,
        String author,
        String template,
        int version,
        String language,
        String subject,
        BigDecimal amount,
        String currency,
        @Nullable Integer pages,
        List<String> items,
        State state) {

    public sealed interface State {

        /// To be printed.
        record Waiting() implements State {}

        record Printed(long run, Instant at) implements State {}

        record Cancelled(Instant at, String by) implements State {}

        /// Its name in the API and, in small letters, in message files.
        default Name name() {
            return switch (this) {
                case Waiting waiting -> Name.WAITING;
                case Printed printed -> Name.PRINTED;
                case Cancelled cancelled -> Name.CANCELLED;
            };
        }
    }

    public enum Name {
        WAITING,
        PRINTED,
        CANCELLED;

        public String messageKey() {
            return "correspondence.letter.state." + name();
        }
    }

    /// What it calls its reference: `L000042`.
    public String number() {
        return number(id.id());
    }

    public static String number(long id) {
        return "L%06d".formatted(id);
    }

    /// What lists are narrowed to; null: not narrowed.
    ///
    /// @param company code
    /// @param customer code, of the company
    public record Filter(
            @Nullable String company,
            @Nullable String customer,
            @Nullable Name state) {}
}
