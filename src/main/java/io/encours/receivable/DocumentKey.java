package io.encours.receivable;

import static encours.db.receivable.Tables.OPEN_ITEM;
import static org.jooq.impl.DSL.field;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jooq.Field;

/// A document's reference in the forms it is found by: without accents, blanks and signs, in small letters;
/// and its last number without the zeros before it, which is what people know of `F2025-001182`. The same
/// expressions as the indexes of the migrations *find plain* and *find cheaper*, word for word.
final class DocumentKey {

    private static final String FROM = "àâäáãåçéèêëíìîïñóòôöõúùûüÿ -_/.:,;#°()*+'’";
    private static final String TO = "aaaaaaceeeeiiiinooooouuuuy";
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+");

    /// Of `open_item`.
    static final Field<String> WHOLE = field("""
            (case when octet_length({0}) = char_length({0})
                then translate(lower({0} collate "C"), ' -_/.:,;#()*+''', '')
                else translate(lower({0} collate "C"), \
            'àâäáãåçéèêëíìîïñóòôöõúùûüÿÀÂÄÁÃÅÇÉÈÊËÍÌÎÏÑÓÒÔÖÕÚÙÛÜŸ -_/.:,;#°()*+''’', \
            'aaaaaaceeeeiiiinooooouuuuyaaaaaaceeeeiiiinooooouuuuy') end) collate "C"
            """, String.class, OPEN_ITEM.DOCUMENT);

    /// Of `open_item`; the index has it of open items only.
    static final Field<String> NUMBER =
            field("ltrim(substring({0} from '([0-9]+)[^0-9]*$'), '0') collate \"C\"", String.class, OPEN_ITEM.DOCUMENT);

    private DocumentKey() {}

    /// What was typed, as `WHOLE` has it.
    static String of(String typed) {
        var key = new StringBuilder();
        for (var c : typed.toLowerCase(Locale.ROOT).toCharArray()) {
            var at = FROM.indexOf(c);
            if (at < 0) {
                key.append(c);
            } else if (at < TO.length()) {
                key.append(TO.charAt(at));
            }
        }
        return key.toString();
    }

    /// What was typed, as `NUMBER` has it.
    static String number(String digits) {
        return LEADING_ZEROS.matcher(digits).replaceFirst("");
    }
}
