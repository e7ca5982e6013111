package io.encours.company.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.encours.company.Invitations;
import io.encours.company.Staff;
import io.encours.company.Staff.Draft;
import io.encours.company.Staff.Member;
import io.encours.identity.CollectionsRole;
import io.encours.identity.Role;
import io.encours.identity.Tokens;
import io.encours.identity.Tokens.Token;
import io.encours.platform.EncoursSettings;
import io.encours.platform.Paging;
import io.encours.platform.Problem;
import io.encours.platform.Slice;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
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
            boolean locked,

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
                    member.locked(),
                    firstSignIn);
        }
    }

    /// @param days how long it is valid; null: until it is revoked
    record TokenDraft(
            @Nullable List<String> scopes,
            @Nullable String label,
            @Nullable Integer days) {}

    /// @param expires null: never
    record TokenView(
            long id,
            String label,
            List<String> scopes,
            Instant created,
            @Nullable Instant expires,
            @Nullable Instant lastUsed) {

        static TokenView of(Token token) {
            return new TokenView(
                    token.id(), token.label(), token.scopes(), token.createdAt(), token.expiresAt(), token.lastUsed());
        }
    }

    record NewToken(String token, List<String> scopes) {}

    /// @param link null: it was sent to the user
    /// @param sentTo null: it was not
    record NewLink(@Nullable String link, @Nullable String sentTo) {}

    private final Staff staff;
    private final Tokens tokens;
    private final EncoursSettings settings;
    private final Invitations invitations;

    UserResource(Staff staff, Tokens tokens, EncoursSettings settings, Invitations invitations) {
        this.staff = staff;
        this.tokens = tokens;
        this.settings = settings;
        this.invitations = invitations;
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

    @GetMapping("/{login}/tokens")
    List<TokenView> tokens(@PathVariable String login) {
        return tokens.of(staff.get(login).user().id()).stream()
                .map(TokenView::of)
                .toList();
    }

    @PostMapping("/{login}/tokens")
    ResponseEntity<NewToken> createToken(@PathVariable String login, @RequestBody TokenDraft draft) {
        var days = draft.days();
        if (days != null && days < 1) {
            throw Problem.invalid("days", "identity.problem.tokenDays");
        }
        var user = staff.get(login).user();
        var token =
                tokens.create(user.id(), draft.scopes(), draft.label(), days == null ? null : Duration.ofDays(days));
        return ResponseEntity.status(201)
                .cacheControl(CacheControl.noStore())
                .body(new NewToken(token, List.copyOf(draft.scopes() == null ? List.of() : draft.scopes())));
    }

    @DeleteMapping("/{login}/tokens/{id}")
    ResponseEntity<Void> revokeToken(@PathVariable String login, @PathVariable long id) {
        tokens.revoke(staff.get(login).user().id(), id);
        return ResponseEntity.noContent().build();
    }

    /// A new invitation, or the way back for who has lost the password, which no longer works.
    ///
    /// @param byMail the link goes to the user and is not answered
    @PostMapping("/{login}/one-time-links")
    ResponseEntity<NewLink> createLink(
            @PathVariable String login, @RequestParam(defaultValue = "false") boolean byMail) {
        var made = byMail
                ? new NewLink(null, invitations.send(login))
                : new NewLink(settings.address() + staff.firstSignIn(login), null);
        return ResponseEntity.status(201).cacheControl(CacheControl.noStore()).body(made);
    }

    @DeleteMapping("/{login}/lock")
    UserView unlock(@PathVariable String login) {
        staff.unlock(login);
        return UserView.of(staff.get(login), null);
    }
}
