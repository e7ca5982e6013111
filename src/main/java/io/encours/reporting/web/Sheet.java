package io.encours.reporting.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A report as it is read: one figure with its sentence, then parts, each a table and what is drawn from it.
///
/// @param figure the one that counts, with its unit
/// @param sentence what it is made of
/// @param bar shares of a whole, drawn as one bar; empty: none
/// @param parts the last one is the list that can be long
public record Sheet(String figure, String sentence, List<Share> bar, List<Part> parts) {

    public Sheet {
        bar = List.copyOf(bar);
        parts = List.copyOf(parts);
    }

    static Sheet of(String figure, String sentence, Part... parts) {
        return new Sheet(figure, sentence, List.of(), List.of(parts));
    }

    /// A part of the bar.
    ///
    /// @param colour of the bar, a CSS value
    /// @param weight its share of the whole in percent, as CSS writes it
    public record Share(String label, String amount, String percent, String colour, String weight, String href) {}

    /// @param id of the table in the page
    /// @param chart drawn from the table, which is then folded; null: a table only
    /// @param more address of the rows that follow; null: these are all
    public record Part(
            String id,
            String title,
            @Nullable Chart chart,
            List<Head> heads,
            List<Line> lines,
            @Nullable Line total,
            @Nullable String more) {

        static Part table(String id, String title, List<Head> heads, List<Line> lines, @Nullable Line total) {
            return new Part(id, title, null, heads, lines, total, null);
        }

        static Part chart(String id, String title, Chart chart, List<Head> heads, List<Line> lines) {
            return new Part(id, title, chart, heads, lines, null, null);
        }

        /// These of the rows, and where the others are.
        Part showing(List<Line> some, @Nullable String others) {
            return new Part(id, title, chart, heads, some, total, others);
        }

        /// A drawing of nothing says nothing.
        public boolean isDrawn() {
            return chart != null && !lines.isEmpty();
        }
    }

    /// @param stacked bars stand upon each other
    /// @param unit behind the figures of the axis
    public record Chart(boolean stacked, String unit) {

        static final Chart PLAIN = new Chart(false, "");
        static final Chart STACKED = new Chart(true, "");
    }

    /// @param colour of the series drawn from the column, a CSS value; null: not drawn
    /// @param line drawn as one, else bars
    public record Head(
            String text, boolean number, @Nullable String colour, boolean line) {

        static Head text(String text) {
            return new Head(text, false, null, false);
        }

        static Head number(String text) {
            return new Head(text, true, null, false);
        }

        static Head bar(String text, String colour) {
            return new Head(text, true, colour, false);
        }

        static Head line(String text, String colour) {
            return new Head(text, true, colour, true);
        }
    }

    /// @param label of the row in the chart
    public record Line(String label, List<Cell> cells) {

        static Line of(String label, Cell... cells) {
            return new Line(label, List.of(cells));
        }

        static Line of(String label, List<Cell> cells, Cell... further) {
            var all = new ArrayList<>(cells);
            all.addAll(List.of(further));
            return new Line(label, all);
        }
    }

    /// @param value for the chart; null: nothing is drawn
    /// @param href the list it is made of; null: none
    /// @param tone class of its colour
    public record Cell(
            String text,
            boolean number,
            @Nullable String value,
            @Nullable String href,
            String tone) {}
}
