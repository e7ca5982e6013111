package io.encours.importing.table;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Rows of a file, one after the other; blank ones are left out.
public interface Rows extends Closeable {

    /// @return null behind the last row
    @Nullable
    Row next() throws IOException;

    /// How much of the file has been read, in percent.
    int percent();

    /// The form of the file turns out to be broken in the middle, or to be an attack.
    final class Broken extends IOException {
        private static final long serialVersionUID = 1L;
        private final String reason;

        /// @param reason message key
        public Broken(String reason) {
            super(reason);
            this.reason = reason;
        }

        public String reason() {
            return reason;
        }
    }
}
