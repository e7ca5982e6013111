package io.encours.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("C4 what may be attached")
class FileTypeTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "scan.pdf,    %PDF-1.7,             application/pdf",
                "scan.exe,    %PDF-1.7,             application/pdf",
                "photo.png,   \u0089PNG\r\n\u001a\n, image/png",
                "photo.jpg,   \u00ff\u00d8\u00ff,   image/jpeg",
                "photo.webp,  RIFF0000WEBPVP8,      image/webp",
                "fax.tif,     II*\u0000,            image/tiff",
                "lettre.docx, PK\u0003\u0004...,    application/octet-stream",
                "lettre.zip,  PK\u0003\u0004...,    none",
                "note.txt,    bonjour,              text/plain;charset=UTF-8",
                "mail.eml,    From: a,              text/plain;charset=UTF-8",
                "note.txt,    a\u0000b,             none",
                "page.html,   <html>,               none",
                "dessin.svg,  <svg>,                none",
                "run.exe,     MZ,                   none",
                "photo.png,   <html>,               none",
                "sans,        bonjour,              none"
            })
    void a_file_is_known_by_its_content(String name, String content, String type) {
        assertThat(FileType.of(name, content.getBytes(StandardCharsets.ISO_8859_1))
                        .map(FileType::mediaType)
                        .orElse(null))
                .isEqualTo(type);
    }
}
