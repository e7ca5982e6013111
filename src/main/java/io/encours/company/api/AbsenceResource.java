package io.encours.company.api;

import io.encours.company.Absence;
import io.encours.company.Absences;
import io.encours.identity.SignedIn;
import io.encours.platform.Scope;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Absences of agents and who stands in; for managers of collections and administrators.
@RestController
@RequestMapping("/api/v1/absences")
class AbsenceResource {

    /// @param agent login of who is away
    /// @param cover login of who stands in
    /// @param to the last day
    record AbsenceView(long id, String agent, String cover, LocalDate from, LocalDate to) {

        static AbsenceView of(Absence absence) {
            return new AbsenceView(absence.id(), absence.agent(), absence.cover(), absence.from(), absence.to());
        }
    }

    record AbsenceDraft(
            @Nullable String agent,
            @Nullable String cover,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    record AbsenceList(List<AbsenceView> items, @Nullable String next) {}

    private final Absences absences;

    AbsenceResource(Absences absences) {
        this.absences = absences;
    }

    /// Those that are not over; few enough for one answer.
    @GetMapping
    AbsenceList list(Scope scope) {
        return new AbsenceList(
                absences.list(scope).stream().map(AbsenceView::of).toList(), null);
    }

    @PostMapping
    ResponseEntity<AbsenceView> create(SignedIn user, Scope scope, @RequestBody AbsenceDraft draft) {
        var made = absences.create(
                user, scope, new Absences.Draft(draft.agent(), draft.cover(), draft.from(), draft.to()));
        return ResponseEntity.created(URI.create("/api/v1/absences/" + made.id()))
                .body(AbsenceView.of(made));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> cancel(SignedIn user, Scope scope, @PathVariable long id) {
        absences.cancel(user, scope, id);
        return ResponseEntity.noContent().build();
    }
}
