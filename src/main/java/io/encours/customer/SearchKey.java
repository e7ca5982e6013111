package io.encours.customer;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What somebody typed, in the form of `customer.search_key`: small letters without accents.
public final class SearchKey {

    private static final String ACCENTED = "àáâäãåçèéêëìíîïñòóôöõùúûüýÿœæ";
    private static final String PLAIN = "aaaaaaceeeeiiiinooooouuuuyyoa";

    private SearchKey() {}

    /// The words of what was typed; a customer is meant when each is somewhere in its key.
    public static List<String> words(String typed) {
        return Arrays.asList(of(typed).split("\\s+", -1));
    }

    public static String of(String typed) {
        var key = new StringBuilder();
        for (var c : Normalizer.normalize(typed, Normalizer.Form.NFC)
                .strip()
                .toLowerCase(Locale.ROOT)
                .toCharArray()) {
            var at = ACCENTED.indexOf(c);
            key.append(at < 0 ? c : PLAIN.charAt(at));
        }
        return key.toString();
    }
}
