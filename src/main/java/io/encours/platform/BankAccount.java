package io.encours.platform;

import java.util.Locale;
import java.util.Optional;
import org.iban4j.BicUtil;
import org.iban4j.Iban4jException;
import org.iban4j.IbanUtil;
import org.jspecify.annotations.Nullable;

/// An account to transfer money to.
///
/// @param iban without blanks (ISO 13616), its check digits right
/// @param bic of the bank (ISO 9362); null: the IBAN says enough, as it does within SEPA
public record BankAccount(String iban, @Nullable String bic) {

    /// As an IBAN is kept, when what was typed is one: length and form of its country, check digits (modulo 97).
    public static Optional<String> iban(String typed) {
        var iban = compact(typed);
        try {
            IbanUtil.validate(iban);
            return Optional.of(iban);
        } catch (Iban4jException e) {
            return Optional.empty();
        }
    }

    /// As a BIC is kept, when what was typed is one.
    public static Optional<String> bic(String typed) {
        var bic = compact(typed);
        try {
            BicUtil.validate(bic);
            return Optional.of(bic);
        } catch (Iban4jException e) {
            return Optional.empty();
        }
    }

    /// `FR76 3000 6000 0112 3456 7890 189`, as people read and type it.
    public String ibanInFours() {
        return inFours(iban);
    }

    /// In groups of four that stay on one line.
    public static String inFours(String text) {
        return text.replaceAll("(.{4})(?=.)", "$1\u00a0");
    }

    private static String compact(String typed) {
        return typed.replaceAll("[\\s\\u00a0\\u202f]", "").toUpperCase(Locale.ROOT);
    }
}
