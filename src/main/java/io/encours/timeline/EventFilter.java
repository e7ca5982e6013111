package io.encours.timeline;

import io.encours.platform.Problem;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the log of a customer is narrowed to (C4); null: not narrowed. Bounds are included.
///
/// @param channel type of the action, `PHONE`
/// @param received only what came from outside
/// @param words all of them are in the text or in what the event is called
public record EventFilter(
        @Nullable EventType type,
        @Nullable String channel,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String words,
        boolean received) {

    public static final EventFilter ALL = new EventFilter(null, null, null, null, null, false);

    /// As a query says it: `type`, `channel`, `from`, `to`, `q`, `direction=received`; what is blank is not narrowed.
    ///
    /// @throws Problem when a value cannot be read
    public static EventFilter of(Map<String, String> query) {
        return new EventFilter(
                type(given(query, "type")),
                given(query, "channel"),
                date(query, "from"),
                date(query, "to"),
                given(query, "q"),
                "received".equals(given(query, "direction")));
    }

    private static @Nullable String given(Map<String, String> query, String name) {
        var text = query.get(name);
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable EventType type(@Nullable String name) {
        if (name == null) {
            return null;
        }
        return Arrays.stream(EventType.values())
                .filter(type -> type.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("type", "timeline.problem.type", name));
    }

    private static @Nullable LocalDate date(Map<String, String> query, String name) {
        var text = given(query, name);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.invalid(name, "timeline.problem.date", String.valueOf(text));
        }
    }
}
