package io.encours.importing.layout;

import io.encours.importing.ImportKind;
import io.encours.importing.text.Headers;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/// Names that software gives to columns, in French and English (`importing/synonyms.properties`).
final class Synonyms {

    private static final int SAME = 100;
    private static final int WITHIN = 60;

    /// Shorter names are part of too many others.
    private static final int SHORTEST_WITHIN = 5;

    private static final Properties NAMES = load();

    private Synonyms() {}

    /// How surely a column of that name is the field: 0 for not at all, 100 for its usual name.
    static int score(ImportKind kind, String field, String column) {
        var plain = Headers.plain(column);
        if (plain.isEmpty()) {
            return 0;
        }
        var names = names(kind, field);
        for (var i = 0; i < names.size(); i++) {
            if (names.get(i).equals(plain)) {
                return SAME - Math.min(i, 30);
            }
        }
        return names.stream()
                        .filter(name -> name.length() >= SHORTEST_WITHIN)
                        .anyMatch(name -> plain.startsWith(name) || plain.endsWith(name))
                ? WITHIN
                : 0;
    }

    private static List<String> names(ImportKind kind, String field) {
        var own = NAMES.getProperty(kind.name().toLowerCase(Locale.ROOT) + "." + field, "");
        var shared = NAMES.getProperty("any." + field, "");
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(field), Arrays.stream((own + "|" + shared).split("\\|")))
                .map(Headers::plain)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static Properties load() {
        var names = new Properties();
        try (var in = Objects.requireNonNull(Synonyms.class.getResourceAsStream("/importing/synonyms.properties"))) {
            names.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }
}
