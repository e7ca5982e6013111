package io.encours.correspondence.inbound;

import java.util.List;
import java.util.regex.Pattern;

/// An answer apart from what it answers to.
///
/// @param own what was written now
/// @param quoted the message below it, with the line that introduces it
record MailText(String own, String quoted) {

    static final MailText EMPTY = new MailText("", "");

    /// Lines that introduce what is quoted, as the common programs write them.
    private static final List<Pattern> STARTS = List.of(
            Pattern.compile("(?ms)^\\h*Le\\s.{5,200}?\\sa\\hécrit\\h*:\\h*$"),
            Pattern.compile("(?ms)^\\h*On\\s.{5,200}?\\swrote:\\h*$"),
            Pattern.compile("(?m)^\\h*-{2,}\\h*(Message d[’']origine|Message transféré|Original Message)\\h*-{2,}"),
            Pattern.compile("(?m)^_{10,}\\h*$"),
            Pattern.compile("(?m)^[\\h*]*(De|From)\\h*:.{1,200}\\n[\\h*]*(Envoyé|Sent|Date|Objet|À|To|Cc)\\h*:"),
            Pattern.compile("(?m)^>.*$"));

    static MailText of(String text) {
        var start = text.length();
        for (var pattern : STARTS) {
            var found = pattern.matcher(text);
            if (found.find()) {
                start = Math.min(start, found.start());
            }
        }
        var own = text.substring(0, start).strip();
        // Answers written between the lines of what they answer to are shown whole.
        return own.isEmpty()
                ? new MailText(text.strip(), "")
                : new MailText(own, text.substring(start).strip());
    }
}
