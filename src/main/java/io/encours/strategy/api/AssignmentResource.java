package io.encours.strategy.api;

import io.encours.identity.SignedIn;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.strategy.AssignmentDraft;
import io.encours.strategy.AssignmentRules;
import io.encours.strategy.Assignments;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The ordered list of rules that says which strategy a customer follows, with its version as entity tag.
@RestController
@RequestMapping("/api/v1/strategy-rules")
class AssignmentResource {

    private final Assignments assignments;

    AssignmentResource(Assignments assignments) {
        this.assignments = assignments;
    }

    @GetMapping
    ResponseEntity<AssignmentRules> get(Scope scope) {
        return answer(assignments.rules(scope));
    }

    /// @param match tag of the version that was read; when it is no longer the one in force nothing is written
    @PutMapping
    ResponseEntity<AssignmentRules> put(
            SignedIn user,
            Scope scope,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @RequestBody AssignmentDraft draft) {
        return answer(assignments.put(user, scope, draft, expected(match)));
    }

    private static ResponseEntity<AssignmentRules> answer(AssignmentRules rules) {
        return ResponseEntity.ok().eTag("\"" + rules.version() + "\"").body(rules);
    }

    private static @Nullable Integer expected(@Nullable String match) {
        if (match == null || match.equals("*")) {
            return null;
        }
        try {
            return Integer.valueOf(match.replace("\"", "").strip());
        } catch (NumberFormatException e) {
            throw Problem.unreadable("strategy.problem.tag");
        }
    }
}
