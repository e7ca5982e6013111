package io.encours.correspondence.inbound;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/// Mails as they come over the wire, octet for octet.
final class Mails {

    private Mails() {}

    /// @param lines of headers and body, in ISO-8859-1, so that any octet can be written
    static MimeMessage raw(String lines) {
        try {
            return new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(lines.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1)));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    static MimeMessage text(String from, String to, String id, String more, String body) {
        return raw("""
                From: %s
                To: %s
                Subject: Re: vos factures
                Message-ID: <%s@client.example>
                %sMIME-Version: 1.0
                Content-Type: text/plain; charset=ISO-8859-1
                Content-Transfer-Encoding: 8bit

                %s
                """.formatted(from, to, id, more, body));
    }

    /// @param originalId of the mail that came back, with its brackets
    static MimeMessage report(String id, String recipient, String status, String diagnostic, String originalId) {
        return raw("""
                From: Mail Delivery System <MAILER-DAEMON@mx.example>
                To: recouvrement@oradine.example
                Subject: Undelivered Mail Returned to Sender
                Message-ID: <%s@mx.example>
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: text/plain

                I'm sorry to have to inform you that your message could not be delivered.

                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example

                Final-Recipient: rfc822; %s
                Action: failed
                Status: %s
                Diagnostic-Code: smtp; %s

                --b
                Content-Type: text/rfc822-headers

                Message-ID: %s
                Subject: Relance

                --b--
                """.formatted(id, recipient, status, diagnostic, originalId));
    }
}
