package io.encours.importing.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Names of columns, compared whatever their case, accents and marks.
public final class Headers {

    /// The column that a file of rejects has more than its source; ignored when it comes back.
    public static final String REJECT_REASON = "MotifRejet";

    private static final Pattern OTHER = Pattern.compile("[^A-Z0-9]");

    private Headers() {}

    /// In capitals, only letters without accents and digits.
    public static String plain(String name) {
        var bare = Normalizer.normalize(name, Normalizer.Form.NFD);
        return OTHER.matcher(bare.toUpperCase(Locale.ROOT)).replaceAll("");
    }
}
