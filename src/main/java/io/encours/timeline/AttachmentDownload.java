package io.encours.timeline;

import io.encours.platform.Problem;
import io.encours.platform.Scope;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// An attachment on its way to a browser, which is told to save it and to run nothing of it.
public final class AttachmentDownload {

    private AttachmentDownload() {}

    /// @param event the caller may see
    /// @throws Problem not found when the event has no such attachment
    public static ResponseEntity<byte[]> of(Event event, String id, Attachments attachments, Scope scope) {
        var file = event.attachments().stream()
                .filter(each -> each.id().toString().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("timeline.problem.unknownFile"));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .body(attachments.content(scope, file.id()));
    }
}
