package io.encours.company.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.encours.company.Staff;
import io.encours.company.Staff.Draft;
import io.encours.company.Staff.Member;
import io.encours.identity.CollectionsRole;
import io.encours.identity.Role;
import io.encours.platform.EncoursSettings;
import io.encours.platform.Paging;
import io.encours.platform.Slice;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Users and their API tokens; for administrators only (`AccessRules`).
@RestController
@RequestMapping("/api/v1/users")
class UserResource {

    /// @param firstSignIn link with which a new user without a password sets one, given once
    record UserView(
            String login,
            String name,
            @Nullable String email,
            String language,
            Role role,
            CollectionsRole collectionsRole,
            List<String> companies,
            boolean active,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String firstSignIn) {

        static UserView of(Member member, @Nullable String firstSignIn) {
            var user = member.user();
            return new UserView(
                    user.login(),
                    user.name(),
                    user.email(),
                    user.language(),
                    user.role(),
                    user.collectionsRole(),
                    member.companies(),
                    user.active(),
                    firstSignIn);
        }
    }

    record TokenDraft(
            @Nullable List<String> scopes, @Nullable String label) {}

    record TokenView(String token, List<String> scopes) {}

    private final Staff staff;
    private final EncoursSettings settings;

    UserResource(Staff staff, EncoursSettings settings) {
        this.staff = staff;
        this.settings = settings;
    }

    @GetMapping
    Slice<UserView> list(Paging paging) {
        var part = staff.list(paging);
        return new Slice<>(
                part.items().stream().map(member -> UserView.of(member, null)).toList(), part.next());
    }

    @GetMapping("/{login}")
    UserView get(@PathVariable String login) {
        return UserView.of(staff.get(login), null);
    }

    @PostMapping
    ResponseEntity<UserView> create(@RequestBody Draft draft) {
        var member = staff.create(draft);
        var login = member.user().login();
        var answer = ResponseEntity.created(URI.create("/api/v1/users/" + login));
        return draft.password() == null
                ? answer.cacheControl(CacheControl.noStore())
                        .body(UserView.of(member, settings.address() + staff.firstSignIn(login)))
                : answer.body(UserView.of(member, null));
    }

    @PutMapping("/{login}")
    UserView change(@PathVariable String login, @RequestBody Draft draft) {
        return UserView.of(staff.change(login, draft), null);
    }

    @PostMapping("/{login}/tokens")
    ResponseEntity<TokenView> createToken(@PathVariable String login, @RequestBody TokenDraft draft) {
        var token = staff.createToken(login, draft.scopes(), draft.label());
        return ResponseEntity.status(201)
                .cacheControl(CacheControl.noStore())
                .body(new TokenView(token, List.copyOf(draft.scopes() == null ? List.of() : draft.scopes())));
    }
}
