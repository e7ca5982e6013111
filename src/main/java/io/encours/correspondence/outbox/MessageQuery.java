package io.encours.correspondence.outbox;

import io.encours.correspondence.Channel;
import io.encours.platform.Problem;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A filter of messages as a query says it: `company`, `customer`, `state`, `channel`, `from`, `to`; what is
/// blank is not narrowed.
public final class MessageQuery {

    private MessageQuery() {}

    /// @throws Problem invalid when a value cannot be read
    public static Message.Filter of(Map<String, String> query) {
        return new Message.Filter(
                text(query, "company"),
                text(query, "customer"),
                choice(query, "state", MessageState.Name.class),
                choice(query, "channel", Channel.class),
                date(query, "from"),
                date(query, "to"));
    }

    private static @Nullable String text(Map<String, String> query, String name) {
        return Optional.ofNullable(query.get(name))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElse(null);
    }

    private static <E extends Enum<E>> @Nullable E choice(Map<String, String> query, String name, Class<E> type) {
        var wanted = text(query, name);
        if (wanted == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(wanted.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(name, "correspondence.message.problem.choice", wanted));
    }

    private static @Nullable LocalDate date(Map<String, String> query, String name) {
        var wanted = text(query, name);
        try {
            return wanted == null ? null : LocalDate.parse(wanted);
        } catch (DateTimeParseException e) {
            throw Problem.invalid(name, "correspondence.message.problem.date", wanted);
        }
    }
}
