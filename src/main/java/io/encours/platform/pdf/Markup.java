package io.encours.platform.pdf;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/// Reads XHTML as XML that refers to nothing outside of it.
final class Markup {

    private static final DocumentBuilderFactory FACTORY = factory();

    private final DocumentBuilder builder = builder();

    Document parse(String xhtml) {
        builder.reset();
        builder.setErrorHandler(Refusal.INSTANCE);
        try {
            return builder.parse(new InputSource(new StringReader(xhtml)));
        } catch (SAXException e) {
            throw new IllegalArgumentException("Not well-formed", e);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static String title(Document document) {
        var titles = document.getElementsByTagName("title");
        return titles.getLength() == 0 ? "" : titles.item(0).getTextContent().strip();
    }

    static String language(Document document) {
        return document.getDocumentElement().getAttribute("lang");
    }

    private static DocumentBuilderFactory factory() {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DocumentBuilder builder() {
        try {
            return FACTORY.newDocumentBuilder();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Says nothing on the console; what is wrong is thrown.
    private enum Refusal implements ErrorHandler {
        INSTANCE;

        @Override
        public void warning(SAXParseException warning) {
            // of no consequence
        }

        @Override
        public void error(SAXParseException error) throws SAXParseException {
            throw error;
        }

        @Override
        public void fatalError(SAXParseException error) throws SAXParseException {
            throw error;
        }
    }
}
