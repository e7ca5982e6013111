package io.encours.platform.search;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What somebody typed: as it is, and its words in small letters without accents.
///
/// @param typed without blanks at its ends, cut where nobody types on
/// @param words at most ten, each once, in the order typed; of letters and digits only
public record SearchTerms(String typed, List<String> words) {

    private static final int LONGEST = 200;
    private static final int MOST_WORDS = 10;
    private static final Pattern VANISHING = Pattern.compile("\\p{M}|[.'’]");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    public static SearchTerms of(String text) {
        var typed = text.strip();
        if (typed.length() > LONGEST) {
            typed = typed.substring(0, LONGEST);
        }
        var words = BETWEEN.splitAsStream(plain(typed))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MOST_WORDS)
                .toList();
        return new SearchTerms(typed, words);
    }

    /// Nothing to look for: nothing was typed, or only signs.
    public boolean isEmpty() {
        return words.isEmpty();
    }

    /// The words written together: how a code or a number is compared that is written with or without signs in it.
    public String together() {
        return BETWEEN.matcher(plain(typed)).replaceAll("");
    }

    /// A number typed in groups, `01 99 00 12 34` or `732 829 320`, written together.
    public Optional<String> groupedNumber() {
        return words.size() > 1 && typed.chars().noneMatch(Character::isLetter)
                ? Optional.of(together())
                : Optional.empty();
    }

    /// A text as it is compared with the words: small letters, a blank between words.
    public static String plainWords(String text) {
        return BETWEEN.matcher(plain(text)).replaceAll(" ");
    }

    /// Small letters, no accents, dots nor apostrophes, ligatures in two letters.
    static String plain(String text) {
        var small = text.toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replace("ß", "ss");
        return VANISHING
                .matcher(Normalizer.normalize(small, Normalizer.Form.NFKD))
                .replaceAll("");
    }
}
