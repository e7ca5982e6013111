package io.encours.platform.pdf;

import java.util.Map;

/// A document to be printed.
///
/// @param xhtml well-formed, without document type; `title` and the `lang` of its root go into the document, its
/// `style`
///     says the pages (`@page`, `counter(page)`); the font family is `Roboto` in 400, 500 and 700, upright and italic
/// @param images PNG or JPEG by the name they are shown by, `<img src="logo"/>`
public record PrintSource(String xhtml, Map<String, byte[]> images) {

    public PrintSource {
        images = Map.copyOf(images);
    }

    public PrintSource(String xhtml) {
        this(xhtml, Map.of());
    }
}
