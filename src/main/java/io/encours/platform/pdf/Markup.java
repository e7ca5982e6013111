package io.encours.platform.pdf;

import java.io.IOException;
import java.io.StringReader;
import java.util.regex.Pattern;
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

    /// What XML 1.0 does not allow even when it is escaped, such as a soft line break pasted from elsewhere.
    private static final Pattern FORBIDDEN =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final DocumentBuilder builder = builder();

    Document parse(String xhtml) {
        builder.reset();
        builder.setErrorHandler(Refusal.INSTANCE);
        try {
            return builder.parse(
                    new InputSource(new StringReader(FORBIDDEN.matcher(xhtml).replaceAll(""))));
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
