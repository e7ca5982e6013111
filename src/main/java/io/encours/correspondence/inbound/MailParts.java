package io.encours.correspondence.inbound;

import io.encours.correspondence.ForeignHtml;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A mail taken apart: the text people read, the files, and the machine-readable parts of reports. HTML is read as
/// text, so that nothing of it can run or call home.
///
/// @param text in the plain form if there is one
/// @param status fields of delivery reports (RFC 3464), one text for each part
/// @param originals headers of mails that are quoted as a part
/// @param notRead parts that could not be decoded
record MailParts(
        String text, List<Incoming.Enclosed> files, List<String> status, List<String> originals, List<String> notRead) {

    private static final int DEEPEST = 20;
    private static final int MOST_FILES = 30;
    private static final int LONGEST_TEXT = 1 << 20;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    static MailParts of(MimeMessage mail) throws MessagingException, IOException {
        var collected = new Collected();
        collected.read(mail, 0);
        var plain = String.join("\n\n", collected.plain);
        var text = plain.isBlank() ? ForeignHtml.text(String.join("<br>", collected.html)) : plain;
        return new MailParts(
                text.replace("\r\n", "\n")
                        .replace('\r', '\n')
                        .replace('\u00a0', ' ')
                        .strip(),
                List.copyOf(collected.files),
                List.copyOf(collected.status),
                List.copyOf(collected.originals),
                List.copyOf(collected.notRead));
    }

    /// In the character set it says, else UTF-8 if it is, else what Windows writes.
    static String decoded(byte[] octets, @Nullable String charset) {
        if (charset != null) {
            try {
                return new String(octets, Charset.forName(MimeUtility.javaCharset(charset)));
            } catch (IllegalArgumentException e) {
                // A name nobody knows.
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(octets, WINDOWS);
        }
    }

    private static final class Collected {

        private final List<String> plain = new ArrayList<>();
        private final List<String> html = new ArrayList<>();
        private final List<Incoming.Enclosed> files = new ArrayList<>();
        private final List<String> status = new ArrayList<>();
        private final List<String> originals = new ArrayList<>();
        private final List<String> notRead = new ArrayList<>();

        void read(Part part, int depth) throws MessagingException, IOException {
            if (depth > DEEPEST) {
                return;
            }
            var type = type(part);
            var name = name(part);
            if (type.startsWith("multipart/") && part.getContent() instanceof Multipart parts) {
                for (var at = 0; at < parts.getCount(); at++) {
                    read(parts.getBodyPart(at), depth + 1);
                }
            } else if (type.equals("message/delivery-status")) {
                status.add(decoded(octets(part, LONGEST_TEXT), null));
            } else if (type.equals("message/rfc822") || type.equals("text/rfc822-headers")) {
                originals.add(decoded(octets(part, LONGEST_TEXT), null));
            } else if (name == null && type.equals("text/html")) {
                html.add(decoded(octets(part, LONGEST_TEXT), charset(part)));
            } else if (name == null && (type.startsWith("text/") || type.isEmpty())) {
                plain.add(decoded(octets(part, LONGEST_TEXT), charset(part)));
            } else if (!isDecoration(part, type)) {
                keep(part, name == null ? "document" : name);
            }
        }

        private void keep(Part part, String name) throws MessagingException {
            if (files.size() == MOST_FILES) {
                notRead.add(name);
                return;
            }
            try {
                files.add(new Incoming.Enclosed(name, new Octets(octets(part, Integer.MAX_VALUE))));
            } catch (IOException e) {
                notRead.add(name);
            }
        }

        /// Logos in signatures.
        private static boolean isDecoration(Part part, String type) throws MessagingException {
            return type.startsWith("image/")
                    && part instanceof MimeBodyPart body
                    && body.getContentID() != null
                    && !Part.ATTACHMENT.equalsIgnoreCase(body.getDisposition());
        }
    }

    private static byte[] octets(Part part, int most) throws MessagingException, IOException {
        try (InputStream content = part.getInputStream()) {
            return content.readNBytes(most);
        } catch (MessagingException | IOException e) {
            // An encoding nobody knows, or broken: as it came over the wire.
            if (part instanceof MimeBodyPart body) {
                try (InputStream raw = body.getRawInputStream()) {
                    return raw.readNBytes(most);
                }
            }
            if (part instanceof MimeMessage mail) {
                try (InputStream raw = mail.getRawInputStream()) {
                    return raw.readNBytes(most);
                }
            }
            throw e;
        }
    }

    private static String type(Part part) throws MessagingException {
        var type = part.getContentType();
        if (type == null) {
            return "text/plain";
        }
        try {
            return new ContentType(type).getBaseType().toLowerCase(Locale.ROOT);
        } catch (ParseException e) {
            return "text/plain";
        }
    }

    private static @Nullable String charset(Part part) throws MessagingException {
        try {
            return part.getContentType() == null
                    ? null
                    : new ContentType(part.getContentType()).getParameter("charset");
        } catch (ParseException e) {
            return null;
        }
    }

    private static @Nullable String name(Part part) throws MessagingException {
        try {
            var name = part.getFileName();
            if (name != null) {
                return MailReader.decoded(name);
            }
        } catch (ParseException e) {
            return "document";
        }
        return Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) ? "document" : null;
    }
}
