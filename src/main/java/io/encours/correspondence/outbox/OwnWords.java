package io.encours.correspondence.outbox;

import java.util.Arrays;
import java.util.stream.Collectors;

/// A person's plain text as a message.
final class OwnWords {

    private OwnWords() {}

    /// A paragraph for each block of lines; nothing in it is HTML.
    static String html(String text) {
        return Arrays.stream(text.replace("\r\n", "\n").strip().split("\n\\s*\n", -1))
                .filter(block -> !block.isBlank())
                .map(block -> "<p>" + escaped(block.strip()).replace("\n", "<br />") + "</p>")
                .collect(Collectors.joining("\n"));
    }

    /// Without line ends of other systems.
    static String sms(String text) {
        return text.replace("\r\n", "\n").strip();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
