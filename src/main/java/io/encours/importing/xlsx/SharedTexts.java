package io.encours.importing.xlsx;

import io.encours.importing.table.Rows.Broken;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// The texts that cells refer to by number. The first ones are kept in memory as they are asked for; when a cell refers
/// to one behind them, all further ones go to a temporary file that is mapped, so that a million texts cost no heap.
final class SharedTexts implements Closeable {

    private static final int KEPT = 1 << 15;
    private static final int LONGEST = 1 << 20;
    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(java.nio.ByteOrder.BIG_ENDIAN);

    private final Parts.@Nullable Part part;
    private final @Nullable XMLStreamReader xml;
    private final List<String> kept = new ArrayList<>();
    private @Nullable Spilled spilled;

    /// Texts in a file: their characters one behind the other, and where each of them ends.
    private record Spilled(List<Path> files, Arena arena, MemorySegment texts, MemorySegment ends, long count) {

        String text(long index) throws IOException {
            if (index >= count) {
                throw new Broken("importing.refusal.workbook");
            }
            var from = index == 0 ? 0 : ends.get(LONG, (index - 1) * Long.BYTES);
            var length = ends.get(LONG, index * Long.BYTES) - from;
            return new String(texts.asSlice(from, length).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
        }
    }

    SharedTexts(Parts.@Nullable Part part) throws IOException {
        this.part = part;
        this.xml = part == null ? null : Parts.read(part);
    }

    String text(int index) throws IOException {
        if (index < 0) {
            throw new Broken("importing.refusal.workbook");
        }
        if (index < KEPT) {
            while (kept.size() <= index) {
                var text = next();
                if (text == null) {
                    throw new Broken("importing.refusal.workbook");
                }
                kept.add(text);
            }
            return kept.get(index);
        }
        if (spilled == null) {
            text(KEPT - 1);
            spilled = spill();
        }
        return spilled.text(index - KEPT);
    }

    private Spilled spill() throws IOException {
        var texts = Files.createTempFile("encours-texts", ".tmp");
        var ends = Files.createTempFile("encours-texts", ".tmp");
        long count = 0;
        try (var out = new BufferedOutputStream(Files.newOutputStream(texts), 1 << 16);
                var index = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(ends), 1 << 16))) {
            long end = 0;
            for (var text = next(); text != null; text = next()) {
                var bytes = text.getBytes(StandardCharsets.UTF_8);
                out.write(bytes);
                end += bytes.length;
                index.writeLong(end);
                count++;
            }
        }
        var arena = Arena.ofShared();
        return new Spilled(List.of(texts, ends), arena, map(texts, arena), map(ends, arena), count);
    }

    private static MemorySegment map(Path file, Arena arena) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
        }
    }

    /// The runs of a text without how it is pronounced.
    private @Nullable String next() throws IOException {
        if (xml == null) {
            return null;
        }
        try {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("si")) {
                    return text(xml, "si");
                }
            }
            return null;
        } catch (XMLStreamException e) {
            throw Parts.broken(e);
        }
    }

    /// The text of all `t` until the end of the element.
    static String text(XMLStreamReader xml, String element) throws XMLStreamException, IOException {
        var text = new StringBuilder();
        var taken = false;
        var pronunciation = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    pronunciation += xml.getLocalName().equals("rPh") ? 1 : 0;
                    taken = pronunciation == 0 && xml.getLocalName().equals("t");
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (taken) {
                        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                        if (text.length() > LONGEST) {
                            throw new Broken("importing.refusal.zipBomb");
                        }
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    taken = false;
                    pronunciation -= xml.getLocalName().equals("rPh") ? 1 : 0;
                    if (xml.getLocalName().equals(element)) {
                        return text.toString();
                    }
                }
                default -> {} // comments and the like
            }
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        if (spilled != null) {
            spilled.arena().close();
            for (var file : spilled.files()) {
                Files.deleteIfExists(file);
            }
        }
        if (part != null) {
            part.close();
        }
    }
}
