package io.encours.platform.pdf;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.Locale;

/// Where a line may end: as Unicode says, but not after an apostrophe (`l’équipement`) nor inside of an address of the
/// network.
final class LineBreaks implements FSTextBreaker {

    private final BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
    private String text = "";

    @Override
    public int next() {
        var place = breaks.next();
        while (place != BreakIterator.DONE && place < text.length() && isInsideOfAWord(place)) {
            place = breaks.next();
        }
        return place;
    }

    private boolean isInsideOfAWord(int place) {
        var before = text.charAt(place - 1);
        return before == '\u2019' || before == '\'' || (before == '.' && !Character.isWhitespace(text.charAt(place)));
    }

    @Override
    public void setText(String newText) {
        text = newText;
        breaks.setText(newText);
    }
}
