package io.encours.platform.database.embedded;

import org.jspecify.annotations.Nullable;

/// The database cannot be had; the message is a sentence for the person who started the application.
public final class DatabaseUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DatabaseUnavailable(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
