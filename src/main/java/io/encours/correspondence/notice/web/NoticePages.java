package io.encours.correspondence.notice.web;

import io.encours.company.Scopes;
import io.encours.correspondence.notice.Notices;
import io.encours.identity.SignedIn;
import io.encours.platform.Problem;
import io.encours.platform.RowId;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// A formal notice by its id alone, as supervisors link to it, whatever company is in view.
@Controller
class NoticePages {

    private final Notices notices;
    private final Scopes scopes;

    NoticePages(Notices notices, Scopes scopes) {
        this.notices = notices;
        this.scopes = scopes;
    }

    @GetMapping("/notices/{id}/pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String id, SignedIn user) {
        var document = notices.document(
                scopes.of(user),
                RowId.parse(id).orElseThrow(() -> Problem.notFound("correspondence.notice.problem.unknown")));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(document.name())
                                .build()
                                .toString())
                .body(document.content());
    }
}
