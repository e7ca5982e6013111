package io.encours.platform.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/// Writes a message in MIME. Whatever stands in a header is freed of line breaks and control characters first
/// and then encoded, so that no value can become a header of its own.
final class MailWriter {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final String HEADER_BREAKS = "[\\p{Cntrl}\\u2028\\u2029]+";

    private MailWriter() {}

    static SMTPMessage message(Session session, Mail mail, Instant now) throws MessagingException {
        var message = new Numbered(session, mail.messageId());
        message.setEnvelopeFrom(mail.bounceTo().value());
        message.setFrom(address(mail.sender(), mail.senderName()));
        if (mail.replyTo() != null) {
            message.setReplyTo(new InternetAddress[] {address(mail.replyTo(), mail.senderName())});
        }
        message.setRecipients(
                RecipientType.TO, mail.to().stream().map(MailWriter::address).toArray(InternetAddress[]::new));
        message.setSubject(oneLine(mail.subject()), UTF_8);
        message.setSentDate(Date.from(now));
        message.setHeader("Content-Language", oneLine(mail.language()));
        if (!mail.references().isEmpty()) {
            var ids = mail.references().stream().map(id -> "<" + id + ">").collect(Collectors.joining(" "));
            message.setHeader("References", MimeUtility.fold("References: ".length(), ids));
        }
        if (mail.automatic()) {
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
        }
        message.setContent(content(mail));
        message.saveChanges();
        return message;
    }

    private static MimeMultipart content(Mail mail) throws MessagingException {
        if (mail.files().isEmpty()) {
            return words(mail);
        }
        var body = new MimeBodyPart();
        body.setContent(words(mail));
        var all = new MimeMultipart("mixed", body);
        for (var file : mail.files()) {
            all.addBodyPart(part(file));
        }
        return all;
    }

    private static MimeMultipart words(Mail mail) throws MessagingException {
        var text = new MimeBodyPart();
        text.setText(mail.text(), UTF_8, "plain");
        if (mail.html().isEmpty()) {
            return new MimeMultipart("mixed", text);
        }
        var html = new MimeBodyPart();
        html.setText(mail.html(), UTF_8, "html");
        return new MimeMultipart("alternative", text, html);
    }

    private static MimeBodyPart part(Mail.File file) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.content(), oneLine(file.mediaType()))));
        part.setFileName(oneLine(file.name()));
        part.setDisposition(MimeBodyPart.ATTACHMENT);
        return part;
    }

    static InternetAddress address(MailAddress address) {
        return address(address, null);
    }

    private static InternetAddress address(MailAddress address, @org.jspecify.annotations.Nullable String name) {
        try {
            return name == null
                    ? new InternetAddress(address.value(), null)
                    : new InternetAddress(address.value(), oneLine(name), UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String oneLine(String text) {
        return text.replaceAll(HEADER_BREAKS, " ").strip();
    }

    /// With the `Message-ID` it was given, not one made for each attempt.
    private static final class Numbered extends SMTPMessage {

        private final String id;

        Numbered(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
        }
    }
}
