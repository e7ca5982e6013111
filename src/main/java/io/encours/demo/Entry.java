package io.encours.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A double entry.
///
/// @param label `{}` in it stands for the number of `about`
/// @param about the document it tells of; null: its own
record Entry(
        Journal journal,
        LocalDate date,
        Document document,
        LocalDate documentDate,
        String label,
        @Nullable Document about,
        List<Line> lines) {

    /// Books of first entry, in the order they are written on a day.
    enum Journal {
        AN("À nouveaux"),
        VE("Ventes"),
        BQ("Banque"),
        OD("Opérations diverses");

        private final String label;

        Journal(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /// A paper with a number. Numbers are given in the order of time when all is written.
    static final class Document {

        private final String prefix;
        private String number = "";

        Document(String prefix) {
            this.prefix = prefix;
        }

        String prefix() {
            return prefix;
        }

        String number() {
            return number;
        }

        void isNumbered(String given) {
            number = given;
        }
    }

    String text() {
        return label.replace("{}", about == null ? document.number() : about.number());
    }

    boolean balances() {
        return lines.stream()
                        .map(Line::balance)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .signum()
                == 0;
    }
}
