package io.encours.reporting.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The kinds of file a report comes as.
public enum Format {
    CSV("text/csv;charset=UTF-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    PDF("application/pdf");

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /// `csv`, the end of a file's name.
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Format> of(String extension) {
        return Arrays.stream(values())
                .filter(format -> format.extension().equals(extension))
                .findFirst();
    }
}
