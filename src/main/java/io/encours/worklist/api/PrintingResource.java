package io.encours.worklist.api;

import io.encours.identity.SignedIn;
import io.encours.platform.Scope;
import io.encours.worklist.Presentation;
import io.encours.worklist.Printing;
import io.encours.worklist.Printing.Printout;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// *Imprimer* (S6): one PDF of actions, one event for each; `Content-Location` is where it can be fetched again.
@RestController
@RequestMapping(path = "/api/v1/actions/printing", produces = MediaType.APPLICATION_PDF_VALUE)
class PrintingResource {

    /// @param ids,groups,filter as for batches
    record PrintBody(
            @Nullable List<String> ids,
            @Nullable List<String> groups,
            @Nullable FilterParameters filter,
            @Nullable Presentation presentation) {}

    private final Printing printing;

    PrintingResource(Printing printing) {
        this.printing = printing;
    }

    @PostMapping
    ResponseEntity<Resource> print(SignedIn user, Scope scope, @RequestBody PrintBody body) {
        return answer(printing.print(
                user, scope, BatchResource.BatchBody.ticked(body.ids, body.groups, body.filter, body.presentation)));
    }

    @GetMapping("/{id}")
    ResponseEntity<Resource> again(SignedIn user, Scope scope, @PathVariable long id) {
        return answer(printing.again(user, scope, id));
    }

    private static ResponseEntity<Resource> answer(Printout printout) {
        return ResponseEntity.ok()
                .header(
                        "Content-Location",
                        URI.create("/api/v1/actions/printing/" + printout.id()).toString())
                .body(printout.pdf());
    }
}
