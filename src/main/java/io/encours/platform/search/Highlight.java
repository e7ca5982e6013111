package io.encours.platform.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// The parts of a text that match what was typed, to be marked on the page.
public final class Highlight {

    /// A stretch of the text.
    public record Part(String text, boolean marked) {}

    private static final int SHORT = 3;

    private Highlight() {}

    /// The whole text, in parts. Words of one or two letters mark the beginnings of words and of numbers only, as they
    /// are searched.
    public static List<Part> of(String text, SearchTerms terms) {
        var plain = new StringBuilder();
        var origins = new ArrayList<Integer>();
        var begins = new BitSet();
        var inWord = false;
        var inNumber = false; // past the zeros before it
        for (var at = 0; at < text.length(); at++) {
            var letters = SearchTerms.plain(text.substring(at, at + 1));
            for (var place = 0; place < letters.length(); place++) {
                var c = letters.charAt(place);
                if (Character.isLetterOrDigit(c)) {
                    begins.set(plain.length(), !inWord || (Character.isDigit(c) && !inNumber));
                    inNumber = Character.isDigit(c) && (inNumber || c != '0');
                    plain.append(c);
                    origins.add(at);
                    inWord = true;
                } else {
                    inWord = false;
                    inNumber = false;
                }
            }
        }
        var marked = new BitSet(text.length());
        terms.words().forEach(word -> mark(plain, origins, begins, word, marked));
        terms.groupedNumber().ifPresent(number -> mark(plain, origins, begins, number, marked));
        if (marked.isEmpty() && terms.words().size() > 1) {
            mark(plain, origins, begins, terms.together(), marked);
        }
        return parts(text, marked);
    }

    private static void mark(StringBuilder plain, List<Integer> origins, BitSet begins, String word, BitSet marked) {
        for (var at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + 1)) {
            if (word.length() >= SHORT || begins.get(at)) {
                marked.set(origins.get(at), origins.get(at + word.length() - 1) + 1);
            }
        }
    }

    private static List<Part> parts(String text, BitSet marked) {
        var parts = new ArrayList<Part>();
        for (var from = 0; from < text.length(); ) {
            var on = marked.get(from);
            var end = on ? marked.nextClearBit(from) : marked.nextSetBit(from);
            var to = end < 0 ? text.length() : Math.min(end, text.length());
            parts.add(new Part(text.substring(from, to), on));
            from = to;
        }
        return List.copyOf(parts);
    }
}
