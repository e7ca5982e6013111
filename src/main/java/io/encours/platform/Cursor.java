package io.encours.platform;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;

/// Where the next page of a list starts: the sort key of the last row given, written as one opaque word.
public record Cursor(List<String> key) {

    private static final String SEPARATOR = "\u001f";

    public static Cursor after(Object... key) {
        return new Cursor(java.util.Arrays.stream(key).map(String::valueOf).toList());
    }

    /// @throws Problem when the word was not made by `toString`
    public static Cursor parse(String word, int parts) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(word), StandardCharsets.UTF_8);
            var key = text.split(SEPARATOR, -1);
            if (key.length == parts && PlainCharacters.fit(text)) {
                return new Cursor(List.of(key));
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw Problem.unreadable("platform.problem.cursor");
    }

    public String text(int part) {
        return key.get(part);
    }

    public long number(int part) {
        try {
            return Long.parseLong(key.get(part));
        } catch (NumberFormatException e) {
            throw Problem.unreadable("platform.problem.cursor");
        }
    }

    public LocalDate date(int part) {
        try {
            return LocalDate.parse(key.get(part));
        } catch (DateTimeException e) {
            throw Problem.unreadable("platform.problem.cursor");
        }
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, key).getBytes(StandardCharsets.UTF_8));
    }
}
