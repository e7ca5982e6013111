package io.encours.customer;

import java.util.Locale;

/// What somebody typed, in the form of `customer.search_key`: small letters without accents.
public final class SearchKey {

    private static final String ACCENTED = "àáâäãåçèéêëìíîïñòóôöõùúûüýÿœæ";
    private static final String PLAIN = "aaaaaaceeeeiiiinooooouuuuyyoa";

    private SearchKey() {}

    public static String of(String typed) {
        var key = new StringBuilder();
        for (var c : typed.strip().toLowerCase(Locale.ROOT).toCharArray()) {
            var at = ACCENTED.indexOf(c);
            key.append(at < 0 ? c : PLAIN.charAt(at));
        }
        return key.toString();
    }
}
