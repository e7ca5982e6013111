package io.encours.overview.api;

import io.encours.company.Scopes;
import io.encours.identity.PersonalDataExport.Document;
import io.encours.identity.SignedIn;
import io.encours.overview.PersonalDataDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// All that is kept about one person, as a file: for programs, and for the page of administration.
@RestController
class PersonalDataResource {

    private final PersonalDataDesk desk;
    private final Scopes scopes;

    PersonalDataResource(PersonalDataDesk desk, Scopes scopes) {
        this.desk = desk;
        this.scopes = scopes;
    }

    /// @param user login; else `company` and `customer`, their codes
    @GetMapping({"/api/v1/personal-data", "/administration/personal-data"})
    ResponseEntity<Document> get(
            SignedIn asker,
            @RequestParam(required = false) @Nullable String user,
            @RequestParam(required = false) @Nullable String company,
            @RequestParam(required = false) @Nullable String customer) {
        var document = desk.of(asker, scopes.of(asker), user, company, customer);
        var file = ContentDisposition.attachment()
                .filename("personal-data-" + document.subject().replaceAll("[^A-Za-z0-9_-]", "-") + ".json")
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(document);
    }
}
