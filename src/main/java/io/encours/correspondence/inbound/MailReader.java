package io.encours.correspondence.inbound;

import io.encours.correspondence.Channel;
import io.encours.timeline.EventType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads a mail as it came over the wire. Whatever it is, something comes out: what cannot be understood says why and
/// keeps the original.
@Component
class MailReader {

    /// Headers that may say whom a mail was really sent to.
    private static final List<String> DELIVERED_TO =
            List.of("To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "Resent-To");

    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{3,250}>");
    private static final int LONGEST_TEXT = 200_000;
    private static final int LONGEST_HEADER = 500;

    private final Session session = Session.getInstance(new Properties());

    Incoming read(byte[] original, String mailbox, Instant receivedAt) {
        try {
            var mail = new MimeMessage(session, new ByteArrayInputStream(original));
            return understood(mail, original, mailbox, receivedAt);
        } catch (MessagingException | IOException | RuntimeException e) {
            return unreadable(original, mailbox, receivedAt, "correspondence.inbound.reason.malformed");
        }
    }

    /// A mail of which only the head was fetched.
    ///
    /// @param head headers as they came
    Incoming tooLarge(byte[] head, String mailbox, Instant receivedAt, long megabytes) {
        try {
            var mail = new MimeMessage(session, new ByteArrayInputStream(head));
            return incoming(
                    mail,
                    head,
                    mailbox,
                    receivedAt,
                    MailText.EMPTY,
                    EventType.ANSWER,
                    null,
                    List.of(),
                    List.of("> " + megabytes + " Mo"),
                    "correspondence.inbound.reason.tooLarge");
        } catch (MessagingException | RuntimeException e) {
            return unreadable(head, mailbox, receivedAt, "correspondence.inbound.reason.tooLarge");
        }
    }

    private Incoming understood(MimeMessage mail, byte[] original, String mailbox, Instant receivedAt)
            throws MessagingException, IOException {
        var parts = MailParts.of(mail);
        var bounce = MailBounce.of(mail, parts);
        var type = bounce != null
                ? EventType.MESSAGE_BOUNCED
                : MailMachines.isAutomatic(mail) ? EventType.AUTOMATIC_ANSWER : EventType.ANSWER;
        return incoming(
                mail,
                original,
                mailbox,
                receivedAt,
                bounce == null ? MailText.of(parts.text()) : new MailText(parts.text(), ""),
                type,
                bounce == null ? null : bounce.bounce(),
                bounce == null ? parts.files() : List.of(),
                parts.notRead(),
                null,
                bounce == null ? List.of() : bounce.originals());
    }

    private Incoming incoming(
            MimeMessage mail,
            byte[] original,
            String mailbox,
            Instant receivedAt,
            MailText text,
            EventType type,
            Incoming.@Nullable Bounce bounce,
            List<Incoming.Enclosed> files,
            List<String> notKept,
            @Nullable String unreadable)
            throws MessagingException {
        return incoming(mail, original, mailbox, receivedAt, text, type, bounce, files, notKept, unreadable, List.of());
    }

    private Incoming incoming(
            MimeMessage mail,
            byte[] original,
            String mailbox,
            Instant receivedAt,
            MailText text,
            EventType type,
            Incoming.@Nullable Bounce bounce,
            List<Incoming.Enclosed> files,
            List<String> notKept,
            @Nullable String unreadable,
            List<String> originals)
            throws MessagingException {
        var from = from(mail);
        return new Incoming(
                Channel.EMAIL,
                mailbox,
                sameAs(mail, original),
                receivedAt,
                plain(from == null ? "" : Objects.requireNonNullElse(from.getAddress(), ""), LONGEST_HEADER)
                        .toLowerCase(Locale.ROOT),
                plain(from == null ? "" : name(from), LONGEST_HEADER),
                plain(decoded(mail.getHeader("Subject", " ")), LONGEST_HEADER),
                plain(text.own(), LONGEST_TEXT),
                plain(text.quoted(), LONGEST_TEXT),
                type,
                recipients(mail),
                originals.isEmpty() ? references(mail) : originals,
                bounce,
                files,
                notKept,
                unreadable,
                new Octets(original));
    }

    private Incoming unreadable(byte[] original, String mailbox, Instant receivedAt, String why) {
        return new Incoming(
                Channel.EMAIL,
                mailbox,
                digest(original),
                receivedAt,
                "",
                "",
                "",
                plain(new String(original, StandardCharsets.ISO_8859_1), LONGEST_HEADER),
                "",
                EventType.ANSWER,
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(),
                why,
                new Octets(original));
    }

    private static @Nullable InternetAddress from(MimeMessage mail) throws MessagingException {
        for (var name : List.of("From", "Reply-To", "Sender")) {
            var header = mail.getHeader(name, ",");
            if (header == null) {
                continue;
            }
            for (var address : InternetAddress.parseHeader(header, false)) {
                if (address.getAddress() != null && address.getAddress().contains("@")) {
                    return address;
                }
            }
        }
        return null;
    }

    private static String name(InternetAddress from) {
        return decoded(from.getPersonal());
    }

    /// Words of a header; letters outside of ASCII that nobody encoded are taken for what Windows writes.
    static String decoded(@Nullable String header) {
        if (header == null) {
            return "";
        }
        var raw = header.chars().anyMatch(letter -> letter > 0x7f && letter < 0x100)
                ? readable(header.getBytes(StandardCharsets.ISO_8859_1))
                : header;
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(raw));
        } catch (UnsupportedEncodingException e) {
            return raw;
        }
    }

    private static String readable(byte[] octets) {
        return MailParts.decoded(octets, null);
    }

    private static List<String> recipients(MimeMessage mail) throws MessagingException {
        var all = new ArrayList<String>();
        for (var name : DELIVERED_TO) {
            var lines = mail.getHeader(name);
            if (lines != null) {
                all.addAll(Arrays.asList(lines));
            }
        }
        return List.copyOf(all);
    }

    /// The nearest first.
    private static List<String> references(MimeMessage mail) throws MessagingException {
        var ids = new ArrayList<String>();
        var inReplyTo = mail.getHeader("In-Reply-To", " ");
        var references = mail.getHeader("References", " ");
        Stream.of(references, inReplyTo)
                .filter(Objects::nonNull)
                .forEach(line -> MESSAGE_ID.matcher(line).results().forEach(found -> ids.add(found.group())));
        Collections.reverse(ids);
        return ids.stream().distinct().toList();
    }

    private static String sameAs(MimeMessage mail, byte[] original) throws MessagingException {
        var id = mail.getMessageID();
        return id == null || id.isBlank() ? digest(original) : plain(id.strip(), LONGEST_HEADER);
    }

    private static String digest(byte[] original) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(original));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Without signs a database does not keep.
    private static String plain(String text, int longest) {
        var kept = text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "").strip();
        if (kept.length() <= longest) {
            return kept;
        }
        var end = Character.isHighSurrogate(kept.charAt(longest - 1)) ? longest - 1 : longest;
        return kept.substring(0, end);
    }
}
