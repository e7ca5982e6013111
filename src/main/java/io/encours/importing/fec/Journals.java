package io.encours.importing.fec;

import io.encours.importing.text.Headers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The journals of a file and what is mostly booked in them. Codes are free: the content decides, the name is asked
/// only when the content says nothing.
final class Journals {

    private static final Pattern OPENING = Pattern.compile("R?AN[OCV]?\\d*|ANOUV.*|OUV.*|REPORT.*|NOUV.*|BO|SI");

    private static final List<String> WORDS_OF_OPENING = List.of(
            "ANOUVEAU",
            "OUVERTURE",
            "REPORTANOUV",
            "SOLDEINITIAL",
            "SOLDESINITIAUX",
            "REPRISEDESSOLDE",
            "REPRISEDESOLDE",
            "REPRISESOLDE",
            "REPORTDESSOLDE",
            "REPORTDESOLDE",
            "REPORTSOLDE",
            "BALANCEDENTREE",
            "BILANDENTREE");

    /// `RAN 2025`, `A.N. 01/01/26`.
    private static final Pattern ABBREVIATED = Pattern.compile("R?AN\\d{0,8}");

    private static final class Journal {
        private final String name;
        private final boolean opening;
        private int sales;
        private int bank;
        private int firstDate = Integer.MAX_VALUE;

        Journal(String code, String label) {
            var plainCode = Headers.plain(code);
            this.name = plainCode + " " + Headers.plain(label);
            this.opening = OPENING.matcher(plainCode).matches() || saysOpening(label);
        }
    }

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Journal> journals = new ArrayList<>();

    int of(String code, String label) {
        var number = numbers.get(code);
        if (number == null) {
            number = journals.size();
            numbers.put(code, number);
            journals.add(new Journal(code, label));
        }
        return number;
    }

    /// @param date AAAAMMJJ
    void count(int journal, int accountBits, int date) {
        var found = journals.get(journal);
        found.firstDate = Math.min(found.firstDate, date);
        found.sales += accountBits & Counterparts.SALES;
        found.bank += (accountBits & Counterparts.BANK) != 0 ? 1 : 0;
    }

    boolean isOpening(int journal) {
        return journals.get(journal).opening;
    }

    /// AAAAMMJJ.
    int firstDate(int journal) {
        return journals.get(journal).firstDate;
    }

    /// What stands in for the counterpart of an entry that has none in its journal.
    int bits(int journal) {
        var found = journals.get(journal);
        if (found.bank > found.sales) {
            return Counterparts.BANK;
        }
        if (found.sales > 0) {
            return Counterparts.SALES;
        }
        if (found.name.contains("BANQ") || found.name.contains("CAISSE") || found.name.startsWith("BQ")) {
            return Counterparts.BANK;
        }
        return found.name.contains("VENTE") || found.name.startsWith("VT") || found.name.startsWith("VE ")
                ? Counterparts.SALES
                : 0;
    }

    /// Whether words speak of opening balances (à-nouveaux).
    static boolean saysOpening(String label) {
        var plain = Headers.plain(label);
        return WORDS_OF_OPENING.stream().anyMatch(plain::contains)
                || ABBREVIATED.matcher(plain).matches();
    }
}
