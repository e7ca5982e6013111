package io.encours.platform.mail;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A message as it goes out.
///
/// @param senderName beside the address; null: none
/// @param replyTo null: the sender
/// @param bounceTo where it is returned to when it cannot be delivered
/// @param text for readers without HTML
/// @param html the whole document; empty: there is none
/// @param messageId without brackets, unique in the world; the same at every attempt
/// @param references `Message-ID`s of earlier messages it follows, without brackets
/// @param automatic no person wrote it, and no machine shall answer (RFC 3834)
public record Mail(
        MailAddress sender,
        @Nullable String senderName,
        @Nullable MailAddress replyTo,
        MailAddress bounceTo,
        List<MailAddress> to,
        String subject,
        String text,
        String html,
        String language,
        List<File> files,
        String messageId,
        List<String> references,
        boolean automatic) {

    public Mail {
        to = List.copyOf(to);
        files = List.copyOf(files);
        references = List.copyOf(references);
    }

    /// A file that goes with it.
    public static final class File {

        private final String name;
        private final String mediaType;
        private final byte[] content;

        public File(String name, String mediaType, byte[] content) {
            this.name = name;
            this.mediaType = mediaType;
            this.content = content.clone();
        }

        public String name() {
            return name;
        }

        public String mediaType() {
            return mediaType;
        }

        public byte[] content() {
            return Arrays.copyOf(content, content.length);
        }
    }
}
