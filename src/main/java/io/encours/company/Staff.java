package io.encours.company;

import io.encours.identity.CollectionsRole;
import io.encours.identity.OneTimeLinks;
import io.encours.identity.PasswordRules;
import io.encours.identity.Role;
import io.encours.identity.SignInLocks;
import io.encours.identity.Users;
import io.encours.identity.Users.User;
import io.encours.platform.Checks;
import io.encours.platform.Paging;
import io.encours.platform.Problem;
import io.encours.platform.Slice;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Users together with the companies they work for, as administrators make and change them.
@Service
public class Staff {

    private static final Pattern LOGIN = Pattern.compile("[a-z0-9._@-]{1,60}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
    private static final List<String> LANGUAGES = List.of("fr", "en");
    private static final int LONGEST = 200;

    /// A user and the codes of the companies they were assigned to.
    ///
    /// @param locked after too many failures to sign in
    public record Member(User user, List<String> companies, boolean locked) {}

    /// What a caller says of a user; read and checked here.
    public record Draft(
            @Nullable String login,
            @Nullable String name,
            @Nullable String email,
            @Nullable String language,
            @Nullable String role,
            @Nullable String collectionsRole,
            @Nullable List<String> companies,
            @Nullable Boolean active,
            @Nullable String password) {}

    private final Users users;
    private final Companies companies;
    private final OneTimeLinks links;
    private final PasswordRules rules;
    private final SignInLocks locks;

    Staff(Users users, Companies companies, OneTimeLinks links, PasswordRules rules, SignInLocks locks) {
        this.users = users;
        this.companies = companies;
        this.links = links;
        this.rules = rules;
        this.locks = locks;
    }

    public Slice<Member> list(Paging paging) {
        var part = users.list(paging);
        var codes = companies.codesOf(part.items().stream().map(User::id).toList());
        var locked = locks.locked(part.items());
        return new Slice<>(
                part.items().stream()
                        .map(user -> new Member(user, codes.getOrDefault(user.id(), List.of()), locked.contains(user)))
                        .toList(),
                part.next());
    }

    /// @throws Problem not found
    public Member get(String login) {
        return member(user(login));
    }

    /// @throws Problem refused when a value is wrong, conflict when the login is taken
    @Transactional
    public Member create(Draft draft) {
        var checks = new Checks();
        var login = checks.required("login", draft.login(), LONGEST).toLowerCase(Locale.ROOT);
        checks.that(login.isEmpty() || LOGIN.matcher(login).matches(), "login", "company.problem.login");
        var password = draft.password();
        if (password != null) {
            rules.refusal(password, login, draft.name(), draft.email())
                    .ifPresent(reason -> checks.wrong("password", reason));
        }
        var values = changes(checks, draft, true, "fr");
        var user = users.create(new Users.Details(
                login,
                values.name(),
                values.email(),
                values.language(),
                values.role(),
                values.collectionsRole(),
                password));
        companies.assign(user.id(), codes(draft));
        return member(values.active() ? user : users.change(login, values));
    }

    /// Replaces what is known of a user; language, activity and companies that are not given stay as they are.
    ///
    /// @throws Problem not found, refused when a value is wrong or no administrator would be left
    @Transactional
    public Member change(String login, Draft draft) {
        var before = user(login);
        var checks = new Checks();
        checks.that(
                draft.login() == null || draft.login().strip().equalsIgnoreCase(before.login()),
                "login",
                "company.problem.codeDiffers");
        var user = users.change(login, changes(checks, draft, before.active(), before.language()));
        if (draft.companies() != null) {
            companies.assign(user.id(), codes(draft));
        }
        return member(user);
    }

    /// The path of a link with which the user sets a password, given this once. A password there was is taken away, and
    /// the user's sessions end.
    ///
    /// @throws Problem not found; refused when the user is not active
    @Transactional
    public String firstSignIn(String login) {
        var user = user(login);
        if (!user.active()) {
            throw Problem.refused("company.problem.inactive", user.name());
        }
        if (user.hasPassword()) {
            users.resetPassword(user.id());
        }
        return "/first-sign-in/" + links.create(user.id());
    }

    /// Lets the user try again at once, after too many failures.
    ///
    /// @throws Problem not found
    @Transactional
    public void unlock(String login) {
        locks.unlock(user(login));
    }

    private static Users.Changes changes(Checks checks, Draft draft, boolean active, String language) {
        var name = checks.required("name", draft.name(), LONGEST);
        var email = checks.optional("email", draft.email(), LONGEST);
        checks.that(email == null || EMAIL.matcher(email).matches(), "email", "company.problem.email");
        var speaks = Objects.requireNonNullElse(checks.optional("language", draft.language(), 10), language);
        checks.that(LANGUAGES.contains(speaks), "language", "company.problem.language", String.join(", ", LANGUAGES));
        var role = checks.choice("role", draft.role(), Role.class, null);
        var collections =
                checks.choice("collectionsRole", draft.collectionsRole(), CollectionsRole.class, CollectionsRole.NONE);
        checks.orRefuse();
        return new Users.Changes(
                name,
                email,
                speaks,
                Objects.requireNonNull(role),
                Objects.requireNonNull(collections),
                Objects.requireNonNullElse(draft.active(), active));
    }

    private static List<String> codes(Draft draft) {
        return Objects.requireNonNullElse(draft.companies(), List.<String>of()).stream()
                .distinct()
                .toList();
    }

    private User user(String login) {
        return users.find(login).orElseThrow(() -> Problem.notFound("identity.problem.unknown", login));
    }

    private Member member(User user) {
        return new Member(
                user,
                companies.codesOf(List.of(user.id())).getOrDefault(user.id(), List.of()),
                locks.locked(List.of(user)).contains(user));
    }
}
