package io.encours.importing.xlsx;

import io.encours.importing.table.Rows.Broken;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// The parts of a workbook in their ZIP. A part that unpacks to far more than sheets do is an attack and is not read
/// on: what counts is what was really unpacked, not what the ZIP says.
final class Parts implements Closeable {

    /// A sheet of a million rows unpacks to half a gigabyte.
    private static final long LARGEST_PART = 4L << 30;

    /// Sheets pack to a tenth, very repetitive ones to a fiftieth.
    private static final int LARGEST_RATIO = 200;

    private static final long RATIO_COUNTS_FROM = 16L << 20;
    private static final int MOST_PARTS = 10_000;
    private static final XMLInputFactory XML = xml();

    private final ZipFile zip;

    private Parts(ZipFile zip) {
        this.zip = zip;
    }

    static Parts open(Path file) throws IOException {
        var zip = new ZipFile(file.toFile());
        if (zip.size() > MOST_PARTS) {
            zip.close();
            throw new Broken("importing.refusal.zipBomb");
        }
        return new Parts(zip);
    }

    Optional<Part> part(String path) throws IOException {
        var entry = entry(path);
        return entry == null ? Optional.empty() : Optional.of(new Part(zip.getInputStream(entry), entry));
    }

    long size(String path) {
        var entry = entry(path);
        return entry == null ? 0 : Math.max(entry.getSize(), 0);
    }

    /// Some programs write the names of parts in another case than they call them.
    private @Nullable ZipEntry entry(String path) {
        var name = path.startsWith("/") ? path.substring(1) : path;
        var entry = zip.getEntry(name);
        return entry != null
                ? entry
                : zip.stream()
                        .filter(other -> other.getName().replace('\\', '/').equalsIgnoreCase(name))
                        .findFirst()
                        .orElse(null);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    static XMLStreamReader read(InputStream in) throws IOException {
        try {
            return XML.createXMLStreamReader(in);
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    /// What stopped the XML from being read, when it was not the XML itself.
    static IOException broken(XMLStreamException cause) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof Broken broken) {
                return broken;
            }
        }
        return cause.getNestedException() instanceof Broken broken ? broken : new Broken("importing.refusal.workbook");
    }

    /// No document type, so neither entities that multiply nor files of the server.
    private static XMLInputFactory xml() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /// The content of a part while it is unpacked.
    static final class Part extends FilterInputStream {

        private final long packed;
        private long unpacked;

        Part(InputStream in, ZipEntry entry) {
            super(in);
            this.packed = Math.max(entry.getCompressedSize(), 1);
        }

        long unpacked() {
            return unpacked;
        }

        @Override
        public int read() throws IOException {
            var read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            var read = super.read(target, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int more) throws IOException {
            unpacked += more;
            if (unpacked > LARGEST_PART || (unpacked > RATIO_COUNTS_FROM && unpacked / packed > LARGEST_RATIO)) {
                throw new Broken("importing.refusal.zipBomb");
            }
        }
    }
}
