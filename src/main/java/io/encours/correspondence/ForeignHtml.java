package io.encours.correspondence;

/// HTML that somebody else wrote.
public final class ForeignHtml {

    private ForeignHtml() {}

    /// The text of it, as a person would read it; what a browser would not show as text is left out.
    public static String text(String html) {
        return PlainText.of(SafeHtml.safe(html));
    }
}
