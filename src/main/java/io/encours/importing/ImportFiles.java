package io.encours.importing;

import io.encours.importing.ImportRun.Reject;
import io.encours.importing.table.Table;
import io.encours.importing.text.Headers;
import io.encours.importing.xlsx.Workbook;
import io.encours.platform.EncoursSettings;
import io.encours.platform.web.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Uploads while they are taken in, and rejects as files.
@Component
class ImportFiles {

    /// How the names of files begin: sent and under way, or waiting for somebody to say go.
    static final String UPLOAD = "upload";

    static final String DRAFT = "draft";

    private final Path folder;
    private final Texts texts;

    ImportFiles(EncoursSettings settings, Texts texts) {
        this.folder = settings.data().resolve(DraftFolder.NAME);
        this.texts = texts;
    }

    /// Writes what is sent to the disk, as it comes.
    StoredFile keep(InputStream content, String prefix) throws IOException {
        Files.createDirectories(folder);
        var file = Files.createTempFile(folder, prefix, ".tmp");
        var digest = sha256();
        try (var out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
            content.transferTo(out);
        } catch (IOException e) {
            forget(file);
            throw e;
        }
        return new StoredFile(file, Files.size(file), HexFormat.of().formatHex(digest.digest()));
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What an application that was killed left behind; drafts stay.
    void forgetAll() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var left = Files.list(folder)) {
            left.filter(file -> file.getFileName().toString().startsWith(UPLOAD))
                    .forEach(this::forget);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RejectsFile rejects(ImportRun run, List<Reject> rejects, Map<Integer, String> raw, Locale locale) {
        var detected = run.detected();
        var separator = detected.getOrDefault(Detected.SEPARATOR, ";");
        var header = detected.getOrDefault(Detected.HEADER, "");
        var reasons = rejects.stream()
                .collect(Collectors.groupingBy(
                        Reject::line, Collectors.mapping(reject -> sentence(reject, locale), Collectors.joining(" "))));
        if (detected.getOrDefault(Workbook.FORMAT, "").equals(Workbook.XLSX)) {
            return RejectsFile.workbook(
                    fileName(run.fileName()),
                    RejectsWorkbook.of(
                            detected.getOrDefault(Table.SHEET, "1"), header, separator.charAt(0), raw, reasons));
        }
        var charset = Charset.forName(detected.getOrDefault(Detected.CHARSET, StandardCharsets.UTF_8.name()));
        var trailing = Boolean.parseBoolean(detected.getOrDefault(Detected.TRAILING, "false"));
        var text = new StringBuilder();
        if (!header.isEmpty()) {
            text.append(withColumn(header, header, separator, trailing, Headers.REJECT_REASON))
                    .append("\r\n");
        }
        raw.forEach((line, content) -> text.append(withColumn(
                        content, header, separator, trailing, clean(reasons.getOrDefault(line, ""), separator)))
                .append("\r\n"));
        return RejectsFile.text(fileName(run.fileName()), charset, text.toString());
    }

    private String sentence(Reject reject, Locale locale) {
        var sentence = texts.text(locale, reject.reason(), reject.arguments().toArray());
        return reject.column().isEmpty() ? sentence : reject.column() + ": " + sentence;
    }

    /// Where lines end with a separator the new column takes the empty last place; a line that leaves out its last
    /// columns gets them back.
    private static String withColumn(String line, String header, String separator, boolean trailing, String value) {
        var full = new StringBuilder(line);
        var missing = count(header, separator) - count(line, separator);
        full.append(separator.repeat(Math.max(missing, 0)));
        return trailing ? full + value + separator : full + separator + value;
    }

    private static int count(String line, String separator) {
        return (int) line.chars().filter(c -> c == separator.charAt(0)).count();
    }

    private static String clean(String reason, String separator) {
        return reason.replace(separator, " ").replace('"', ' ').replace('\n', ' ');
    }

    private static String fileName(String source) {
        var dot = source.lastIndexOf('.');
        return dot > 0 ? source.substring(0, dot) + "-rejets" + source.substring(dot) : source + "-rejets.txt";
    }
}
