package io.encours.importing.fec;

import io.encours.importing.text.Blank;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which accounts are receivables, and whose they are (fec.md §3). The prefixes are a setting of the company.
final class ReceivableAccounts {

    private static final String CUSTOMERS = "411";
    private static final String RETENTION = "4117";

    /// @param control root of the account; null: not a receivable
    /// @param bits what it says about the entry when it is not (`Counterparts`)
    record Account(String number, @Nullable String control, int bits) {

        boolean receivable() {
            return control != null;
        }
    }

    /// Whose line it is.
    ///
    /// @param code of the customer
    /// @param control account root, retention money told apart
    /// @param unidentified the line names nobody
    record ThirdParty(String code, String name, String control, boolean unidentified) {}

    private final List<String> receivable;
    private final List<String> excluded;
    private final Map<String, Account> known = new HashMap<>();

    ReceivableAccounts(List<String> receivable, List<String> excluded) {
        this.receivable = receivable;
        this.excluded = excluded;
    }

    Account account(String number) {
        var account = known.get(number);
        if (account == null) {
            account = classify(number);
            known.put(number, account);
        }
        return account;
    }

    /// The auxiliary account names the customer; without one the account does, less its collective root; a bare root
    /// names nobody.
    ThirdParty thirdParty(
            String account, String control, String auxiliary, String name, String accountLabel, String label) {
        var named = !auxiliary.isEmpty() && !onlyZeros(auxiliary) && !auxiliary.equals(account);
        var root = control(account, control, named, accountLabel, label);
        if (named) {
            return new ThirdParty(auxiliary, firstNotEmpty(name, accountLabel, auxiliary), root, false);
        }
        var rest = behind(root, account);
        if (rest.isEmpty() || onlyZeros(rest)) {
            return new ThirdParty(account, firstNotEmpty(accountLabel, account, account), root, true);
        }
        return new ThirdParty(rest, firstNotEmpty(name, accountLabel, rest), root, false);
    }

    /// 4117 means retention money on the bare root with an auxiliary account, or when the account says so; else it is
    /// the beginning of a customer's number.
    private static String control(String account, String control, boolean named, String accountLabel, String label) {
        if (!control.equals(CUSTOMERS) || !withoutBlanks(account).startsWith(RETENTION)) {
            return control;
        }
        var bare = onlyZeros(behind(RETENTION, account));
        var retention = saysRetention(accountLabel) || (bare && (named || saysRetention(label)));
        return retention ? RETENTION : control;
    }

    private static boolean saysRetention(String label) {
        var text = label.toUpperCase(Locale.ROOT);
        return text.contains("RETENUE") || text.contains("GARANTIE");
    }

    private Account classify(String number) {
        var plain = withoutBlanks(number);
        var root = longest(receivable, plain);
        var exclusion = longest(excluded, plain);
        var control = root == null || (exclusion != null && exclusion.length() >= root.length()) ? null : root;
        return new Account(number, control, control == null ? Counterparts.ofOther(plain) : 0);
    }

    private static @Nullable String longest(List<String> prefixes, String number) {
        String best = null;
        for (var prefix : prefixes) {
            if (number.startsWith(prefix) && (best == null || prefix.length() > best.length())) {
                best = prefix;
            }
        }
        return best;
    }

    /// What follows the root: `DUPONT SA` in `411 DUPONT SA`, `0012` in `411 00 12`.
    private static String behind(String root, String account) {
        var plain = withoutBlanks(account);
        if (plain.chars().allMatch(Character::isDigit)) {
            return plain.substring(root.length());
        }
        var at = 0;
        for (var found = 0; found < root.length(); at++) {
            found += Blank.is(account.charAt(at)) ? 0 : 1;
        }
        return Blank.strip(account.substring(at));
    }

    private static String withoutBlanks(String account) {
        return account.codePoints().allMatch(c -> c > ' ' && c < '\u00a0')
                ? account
                : account.chars()
                        .filter(c -> !Blank.is((char) c))
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean onlyZeros(String text) {
        return text.chars().allMatch(c -> c == '0' || Blank.is((char) c));
    }

    private static String firstNotEmpty(String first, String second, String last) {
        return !first.isEmpty() ? first : !second.isEmpty() ? second : last;
    }
}
