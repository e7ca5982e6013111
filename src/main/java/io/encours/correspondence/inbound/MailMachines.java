package io.encours.correspondence.inbound;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Tells what a machine wrote: absences and receipts (RFC 3834), and what older programs write instead.
final class MailMachines {

    private static final List<String> SIGNS =
            List.of("X-Autoreply", "X-Autorespond", "X-Auto-Reply", "X-AutoReply-From", "X-Mail-Autoreply");

    private static final Pattern PRECEDENCE = Pattern.compile("auto_reply|auto-reply", Pattern.CASE_INSENSITIVE);

    private static final Pattern SUBJECT = Pattern.compile(
            "^\\s*(réponse automatique|message d[’']absence|absence du bureau|absent du bureau|automatic reply|"
                    + "auto(matic)?[- ]?(reply|response)|out of (the )?office|autoreply)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private MailMachines() {}

    static boolean isAutomatic(MimeMessage mail) throws MessagingException {
        var submitted = mail.getHeader("Auto-Submitted", " ");
        if (submitted != null && !submitted.strip().toLowerCase(Locale.ROOT).startsWith("no")) {
            return true;
        }
        for (var sign : SIGNS) {
            if (mail.getHeader(sign) != null) {
                return true;
            }
        }
        var precedence = mail.getHeader("Precedence", " ");
        return (precedence != null && PRECEDENCE.matcher(precedence).find())
                || SUBJECT.matcher(MailReader.decoded(mail.getHeader("Subject", " ")))
                        .find();
    }
}
