package io.encours.importing.fec;

import java.util.Locale;

/// What the words of a label say a line is, where the accounts leave it open.
enum LabelHint {
    INVOICE("FACTURE", "FACT ", "FACT.", "FA ", "FC "),
    CREDIT_NOTE("AVOIR"),
    PAYMENT(
            "REGLEMENT",
            "RÈGLEMENT",
            "REGLT",
            "RGLT",
            "VIREMENT",
            "VIR ",
            "CHEQUE",
            "CHÈQUE",
            "CHQ",
            "PRELEV",
            "PRLV",
            "PAIEMENT",
            "REMISE",
            "ENCAISS",
            "CARTE ",
            "ESPECES"),
    REFUND("RBT", "REMB", "TROP PERCU", "TROP PERÇU", "TROP-PERCU"),
    RETURNED("REJET", "IMPAY", "RETOUR"),
    NONE;

    @SuppressWarnings("ImmutableEnumChecker") // never written to
    private final String[] words;

    LabelHint(String... words) {
        this.words = words;
    }

    static LabelHint of(String label) {
        var text = label.toUpperCase(Locale.ROOT) + " ";
        for (var hint : new LabelHint[] {RETURNED, REFUND, CREDIT_NOTE, PAYMENT, INVOICE}) {
            for (var word : hint.words) {
                var at = text.indexOf(word);
                if (at == 0 || (at > 0 && !Character.isLetter(text.charAt(at - 1)))) {
                    return hint;
                }
            }
        }
        return NONE;
    }
}
