package io.encours.correspondence.letter.web;

import io.encours.correspondence.letter.Letter;
import io.encours.platform.web.Address;
import java.util.stream.Collectors;

/// A letter in words, for templates.
public record LetterWords() {

    private static final int DOCUMENTS_SHOWN = 3;

    /// The first documents, and that there are more.
    public static String documents(Letter letter) {
        var shown = letter.items().stream().limit(DOCUMENTS_SHOWN).collect(Collectors.joining(", "));
        var others = letter.items().size() - DOCUMENTS_SHOWN;
        return others > 0 ? shown + " + " + others : shown;
    }

    public static String pdf(Letter letter) {
        return "/letters/" + letter.id() + "/pdf";
    }

    public static String customerPath(Letter letter) {
        return "/customers/" + Address.part(letter.company()) + "/" + Address.part(letter.customer());
    }

    /// Of the badge.
    public static String tone(Letter letter) {
        return switch (letter.state().name()) {
            case WAITING -> "todo";
            case PRINTED -> "good";
            case CANCELLED -> "";
        };
    }
}
