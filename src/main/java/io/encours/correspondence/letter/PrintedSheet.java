package io.encours.correspondence.letter;

/// A sheet as PDF/A.
final class PrintedSheet {

    private final byte[] pdf;
    private final int pages;

    PrintedSheet(byte[] pdf, int pages) {
        this.pdf = pdf;
        this.pages = pages;
    }

    byte[] pdf() {
        return pdf;
    }

    int pages() {
        return pages;
    }
}
