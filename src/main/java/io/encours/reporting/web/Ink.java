package io.encours.reporting.web;

/// The colours of charts: the same thing has the same colour on every page.
final class Ink {

    static final String MAIN = "var(--accent)";
    static final String SECOND = "var(--chart-second)";
    static final String BEFORE = "var(--chart-before)";
    static final String TO_COME = "var(--chart-to-come)";
    static final String OVERDUE = "var(--age-2)";
    static final String RECEIVED = "var(--green)";

    private static final int DARKEST = 4;

    private Ink() {}

    /// Of a bucket of the aged balance: blue for what is to come, then the darker the older.
    static String bucket(int place, int buckets) {
        if (place == 0) {
            return TO_COME;
        }
        var steps = Math.max(1, buckets - 2);
        return "var(--age-" + (1 + Math.round((place - 1) * (DARKEST - 1f) / steps)) + ")";
    }
}
