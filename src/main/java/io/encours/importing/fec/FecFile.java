package io.encours.importing.fec;

import io.encours.importing.text.Dates;
import io.encours.importing.text.Headers;
import io.encours.importing.text.TextFile;
import io.encours.importing.text.Unreadable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/// A file that was recognised as a FEC: how its characters, lines and columns are to be read.
///
/// @param name given by the sender; the legal form is `SirenFECAAAAMMJJ`
/// @param header the first line
public record FecFile(String name, TextFile text, FecLayout layout, String header) {

    private static final Pattern XML = Pattern.compile("^\\s*<(\\?xml|comptabilite)", Pattern.CASE_INSENSITIVE);

    private static final Pattern LEGAL_NAME = Pattern.compile("(\\d{9})FEC(\\d{8})", Pattern.CASE_INSENSITIVE);

    /// @throws Unreadable when it is no FEC: no header that can be recognised, nor lines in the legal order
    public static FecFile open(Path path, String name) throws IOException, Unreadable {
        var text = TextFile.open(path);
        var header = text.firstLine();
        if (XML.matcher(header).find()) {
            throw new Unreadable("importing.refusal.xml");
        }
        return switch (FecLayout.of(header)) {
            case FecLayout.Reading.Usable(var layout) -> new FecFile(name, text, layout, header);
            case FecLayout.Reading.Incomplete(var missing) ->
                throw new Unreadable("importing.refusal.missingColumns", String.join(", ", missing));
            case FecLayout.Reading.Unrecognised() -> throw new Unreadable("importing.refusal.noHeader");
        };
    }

    /// Whether a first line is that of a FEC.
    public static boolean looksLikeOne(String firstLine) {
        return switch (FecLayout.of(firstLine)) {
            case FecLayout.Reading.Usable _, FecLayout.Reading.Incomplete _ -> true;
            case FecLayout.Reading.Unrecognised _ -> false;
        };
    }

    public static boolean isLegalName(String name) {
        return LEGAL_NAME.matcher(name).find();
    }

    public char separator() {
        return layout.separator();
    }

    public boolean hasHeader() {
        return layout.header();
    }

    /// It has the column that a file of rejects has.
    public boolean mendsRejects() {
        return layout.header() && Headers.plain(header).contains(Headers.plain(Headers.REJECT_REASON));
    }

    /// Lines end with a separator.
    public boolean trailing() {
        return layout.trailing();
    }

    /// From the name.
    public Optional<String> siren() {
        var matcher = LEGAL_NAME.matcher(name);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /// Closing date of the fiscal year, from the name.
    public Optional<LocalDate> closing() {
        var matcher = LEGAL_NAME.matcher(name);
        if (!matcher.find()) {
            return Optional.empty();
        }
        var date = Dates.parse(matcher.group(2));
        return date > 0 ? Optional.of(Dates.of(date)) : Optional.empty();
    }

    FecReader read() throws IOException {
        return new FecReader(text, layout, header);
    }
}
