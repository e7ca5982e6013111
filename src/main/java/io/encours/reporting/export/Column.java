package io.encours.reporting.export;

/// A column of a report.
///
/// @param label in the reader's language
public record Column(String label, Kind kind) {

    public enum Kind {
        TEXT,
        DATE,
        AMOUNT,
        /// Days, with one decimal.
        DAYS,
        /// Percent, with one decimal.
        PERCENT,
        NUMBER;

        public boolean isNumeric() {
            return this != TEXT && this != DATE;
        }
    }
}
