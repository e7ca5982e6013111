package io.encours.platform;

import io.encours.platform.Problem.FieldError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Collects everything that is wrong with a request, so that the caller is told once. Texts are taken without the
/// blanks around them; an empty text is none.
public final class Checks {

    private final List<FieldError> errors = new ArrayList<>();

    /// A text that must be there; empty when it is not, which is noted.
    public String required(String field, @Nullable String value, int longest) {
        var text = optional(field, value, longest);
        if (text == null) {
            wrong(field, "platform.problem.required");
            return "";
        }
        return text;
    }

    public @Nullable String optional(String field, @Nullable String value, int longest) {
        if (value == null || value.isBlank()) {
            return null;
        }
        var text = value.strip();
        if (text.length() > longest) {
            wrong(field, "platform.problem.tooLong", String.valueOf(longest));
        }
        return PlainCharacters.of(text);
    }

    /// One of the names of an enum; `otherwise` when nothing is given, which is noted when there is no `otherwise`.
    public <E extends Enum<E>> @Nullable E choice(
            String field, @Nullable String value, Class<E> type, @Nullable E otherwise) {
        var name = value == null ? "" : value.strip();
        if (name.isEmpty()) {
            if (otherwise == null) {
                wrong(field, "platform.problem.required");
            }
            return otherwise;
        }
        var choices = type.getEnumConstants();
        var found = Arrays.stream(choices)
                .filter(choice -> choice.name().equalsIgnoreCase(name))
                .findFirst();
        if (found.isEmpty()) {
            wrong(
                    field,
                    "platform.problem.choice",
                    Arrays.stream(choices).map(Enum::name).collect(Collectors.joining(", ")));
        }
        return found.orElse(null);
    }

    /// Notes the error unless it is right.
    public void that(boolean right, String field, String code, String... arguments) {
        if (!right) {
            wrong(field, code, arguments);
        }
    }

    public void wrong(String field, String code, String... arguments) {
        errors.add(new FieldError(field, code, List.of(arguments)));
    }

    public boolean passed() {
        return errors.isEmpty();
    }

    /// @throws Problem refused, with every error noted
    public void orRefuse() {
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }
}
