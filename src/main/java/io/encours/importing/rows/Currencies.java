package io.encours.importing.rows;

import java.util.Locale;

/// Amounts are taken in the currency of the company's accounts.
final class Currencies {

    private Currencies() {}

    static void check(RowReader row, String currency) {
        var text = row.text("currency");
        if (!text.isEmpty() && !text.toUpperCase(Locale.ROOT).equals(currency)) {
            row.wrong("currency", "importing.reject.currency", currency);
        }
    }
}
