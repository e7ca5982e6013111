package io.encours.correspondence.outbox;

import java.util.Arrays;

/// A file that goes with a message.
public sealed interface Enclosure {

    /// As the reader sees it, `releve.pdf`.
    String name();

    /// A file at hand.
    final class File implements Enclosure {

        private final String name;
        private final String mediaType;
        private final byte[] content;

        public File(String name, String mediaType, byte[] content) {
            this.name = name;
            this.mediaType = mediaType;
            this.content = content.clone();
        }

        @Override
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

    /// A letter that was made, as PDF.
    ///
    /// @param letterId of the same customer
    record Letter(String name, long letterId) implements Enclosure {}

    /// The statement of account of the day the message is sent, as PDF.
    record Statement(String name) implements Enclosure {}
}
