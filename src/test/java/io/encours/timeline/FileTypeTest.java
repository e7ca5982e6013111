package io.encours.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
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
                "scan.pdf,    %25PDF-1.7,             application/pdf",
                "scan.exe,    %25PDF-1.7,             application/pdf",
                "photo.png,   %89PNG%0D%0A%1A%0A, image/png",
                "photo.jpg,   %FF%D8%FF,   image/jpeg",
                "photo.webp,  RIFF0000WEBPVP8,      image/webp",
                "fax.tif,     II*%00,            image/tiff",
                "lettre.docx, PK%03%04...,    application/octet-stream",
                "lettre.zip,  PK%03%04...,    none",
                "note.txt,    bonjour,              text/plain;charset=UTF-8",
                "mail.eml,    From: a,              text/plain;charset=UTF-8",
                "note.txt,    a%00b,             none",
                "page.html,   <html>,               none",
                "dessin.svg,  <svg>,                none",
                "run.exe,     MZ,                   none",
                "photo.png,   <html>,               none",
                "sans,        bonjour,              none"
            })
    void a_file_is_known_by_its_content(String name, String content, String type) {
        var bytes = URLDecoder.decode(content, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
        assertThat(FileType.of(name, bytes).map(FileType::mediaType).orElse(null))
                .isEqualTo(type);
    }
}
