package io.encours.correspondence.inbound;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A mail that says another one did not arrive: a report of delivery (RFC 3464), or the free words of a mail server
/// that knows no reports.
///
/// @param originals `Message-ID`s of what came back
record MailBounce(Incoming.Bounce bounce, List<String> originals) {

    private static final Pattern MESSAGE_ID =
            Pattern.compile("(?im)^[ \\t>]*(?:X-Original-)?Message-ID:\\s*(<[^<>\\s]{3,250}>)");

    private static final Pattern FAILED = Pattern.compile("(?im)^Action:\\s*failed");
    private static final Pattern RECIPIENT =
            Pattern.compile("(?im)^(?:Final|Original)-Recipient:\\s*[\\w-]+\\s*;\\s*<?([^\\s<>;]+@[^\\s<>;]+)>?");
    private static final Pattern STATUS = Pattern.compile("(?im)^Status:\\s*([245]\\.\\d{1,3}\\.\\d{1,3})");
    private static final Pattern DIAGNOSTIC =
            Pattern.compile("(?im)^Diagnostic-Code:\\s*(?:[\\w-]+\\s*;)?\\s*(.+(?:\\n[ \\t]+.+)*)");

    private static final Pattern SENDER =
            Pattern.compile("mailer-daemon|postmaster|mail delivery", Pattern.CASE_INSENSITIVE);
    private static final Pattern SUBJECT = Pattern.compile(
            "undeliver|non[- ]?remis|non distribu|échec (de (la )?)?(remise|distribution|livraison)|"
                    + "delivery (status notification \\(failure\\)|failed|failure|has failed)|"
                    + "mail delivery (failed|system)|returned mail|returned to sender|failure notice|n[’']a pas pu être (remis|distribué)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern ENHANCED = Pattern.compile("\\b([45]\\.\\d{1,3}\\.\\d{1,3})\\b");
    private static final Pattern SMTP_ANSWER = Pattern.compile("(?m)^.*\\b5[0-5]\\d[ -].*$");
    private static final Pattern ADDRESS = Pattern.compile("<?([\\w.!#$%&'*+/=?^`{|}~-]+@[\\w-]+(?:\\.[\\w-]+)+)>?");

    /// A full mailbox, a message that is too long, a policy: the address itself works (RFC 3463 §3).
    private static final Pattern ANOTHER_TIME = Pattern.compile("4\\..*|5\\.2\\.2|5\\.2\\.3|5\\.3\\..*|5\\.7\\..*");

    private static final int LONGEST_REASON = 300;

    /// @return null when it is no such thing
    static @Nullable MailBounce of(MimeMessage mail, MailParts parts) throws MessagingException {
        if (!parts.status().isEmpty()) {
            var status = String.join("\n", parts.status());
            return FAILED.matcher(status).find() ? report(status, parts) : null;
        }
        var subject = MailReader.decoded(mail.getHeader("Subject", " "));
        var from = MailReader.decoded(mail.getHeader("From", " "));
        var failed = mail.getHeader("X-Failed-Recipients", ",");
        return failed != null
                        || (SENDER.matcher(from).find()
                                && SUBJECT.matcher(subject).find())
                ? freeWords(failed, parts)
                : null;
    }

    private static MailBounce report(String status, MailParts parts) {
        // The fields of the recipient that failed; a report may tell of others that did not (§2.3).
        var group = status.lines().toList();
        var failed = failedGroup(String.join("\n", group));
        var code = first(STATUS, failed);
        var words = first(DIAGNOSTIC, failed).replaceAll("\\s+", " ").strip();
        return new MailBounce(
                new Incoming.Bounce(
                        first(RECIPIENT, failed).toLowerCase(Locale.ROOT),
                        reason(words.isEmpty() ? code : words),
                        !ANOTHER_TIME.matcher(code).matches()),
                originals(parts));
    }

    private static String failedGroup(String status) {
        for (var group : status.split("\\n[ \\t\\r]*\\n", -1)) {
            if (FAILED.matcher(group).find()) {
                return group;
            }
        }
        return status;
    }

    private static MailBounce freeWords(@Nullable String failed, MailParts parts) {
        var text = parts.text();
        var answer = SMTP_ANSWER.matcher(text);
        var words = answer.find()
                ? answer.group().strip()
                : text.lines().findFirst().orElse("");
        var code = first(ENHANCED, words);
        var address = ADDRESS.matcher(failed == null ? text : failed);
        return new MailBounce(
                new Incoming.Bounce(
                        address.find() ? address.group(1).toLowerCase(Locale.ROOT) : "",
                        reason(words),
                        !ANOTHER_TIME.matcher(code).matches()),
                originals(parts));
    }

    private static List<String> originals(MailParts parts) {
        var ids = new ArrayList<String>();
        for (var original : parts.originals()) {
            MESSAGE_ID.matcher(original).results().forEach(found -> ids.add(found.group(1)));
        }
        MESSAGE_ID.matcher(parts.text()).results().forEach(found -> ids.add(found.group(1)));
        return List.copyOf(ids);
    }

    private static String first(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        return found.find() ? found.group(1) : "";
    }

    private static String reason(String words) {
        var plain = words.replaceAll("\\s+", " ").strip();
        return plain.length() <= LONGEST_REASON ? plain : plain.substring(0, LONGEST_REASON - 1) + "…";
    }
}
