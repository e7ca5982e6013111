package io.encours.identity.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import io.encours.company.Company;
import io.encours.identity.Audit;
import io.encours.identity.AuditFilter;
import io.encours.identity.AuditKind;
import io.encours.identity.CollectionsRole;
import io.encours.identity.Role;
import io.encours.identity.SignedIn;
import io.encours.identity.Users;
import io.encours.platform.Paging;
import io.encours.testing.Browser;
import io.encours.testing.BrowserTest;
import io.encours.testing.Fixtures;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// With an authenticator of Chromium's own, which has and signs keys as a real one does.
@BrowserTest
@DisplayName("Q3 sign-in by passkey")
class PasskeyBrowserTest {

    private static final String NOT_HERE = "Cette clé d’accès n’ouvre pas de compte ici.";
    private static final String EXPIRED = "La demande a expiré.";

    private static final String SIGN = """
            async (options) => {
              const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0));
              const used = await navigator.credentials.get({ publicKey: { ...options, challenge: bytes(options.challenge) } });
              return JSON.stringify(used.toJSON());
            }
            """;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Users users;

    @Autowired
    private Audit audit;

    private Company company;
    private SignedIn user;

    @BeforeEach
    void somebody() {
        company = fixtures.aCompany();
        user = fixtures.aManager(company);
    }

    @Test
    void a_key_made_on_the_own_account_signs_in_and_is_told_in_the_audit_trail(Browser browser) {
        var page = browser.signIn(user);
        Authenticator.in(page);
        make(page, "Ordinateur du bureau");

        signOut(page);
        use(page);

        assertThat(page.locator(".user-name")).hasText(user.displayName());
        page.navigate("/profile");
        assertThat(page.locator(".passkeys tbody tr")).hasCount(1);
        assertThat(page.locator(".passkeys")).not().containsText("jamais");
        assertThat(facts()).containsExactly("name=Ordinateur du bureau", "lastUsed");
    }

    @Test
    void a_key_is_made_only_after_the_password_was_given_again(Browser browser) {
        browser.expectComplaints();
        var page = browser.signIn(user);
        Authenticator.in(page);
        page.navigate("/profile");
        page.locator("#passkeyName").fill("Téléphone");
        page.locator("#passkeyPassword").fill("something else");
        page.locator("[data-passkey] button").click();

        assertThat(page.locator("[data-passkey-message]")).hasText("Ce n’est pas votre mot de passe actuel.");
        assertThat(page.locator("#passkeyName")).hasValue("Téléphone");
    }

    @Test
    void a_dialog_that_was_cancelled_is_told_and_loses_nothing(Browser browser) {
        var page = browser.open("/sign-in");
        Authenticator.in(page).withoutPresence();
        page.locator("#login").fill(user.login());
        page.evaluate("""
                () => { const ask = navigator.credentials.get.bind(navigator.credentials);
                        navigator.credentials.get = (options) => {
                          const stop = new AbortController();
                          setTimeout(() => stop.abort(new DOMException('cancelled', 'NotAllowedError')), 50);
                          return ask({ ...options, signal: stop.signal }); }; }
                """);
        page.locator("[data-passkey] button").click();

        assertThat(page.locator("[data-passkey-message]"))
                .hasText("La clé d’accès n’a pas été utilisée. Réessayez, ou utilisez votre mot de passe.");
        assertThat(page.locator("#login")).hasValue(user.login());
        assertThat(page.locator("[data-passkey] button")).isEnabled();
    }

    @Test
    void a_page_without_a_secure_address_says_so(Browser browser) {
        var page = browser.open("/sign-in");
        var here = page.url().replace("/sign-in", "");
        page.route(
                "http://encours.example/**",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setResponse(route.fetch(new Route.FetchOptions()
                                .setUrl(route.request().url().replace("http://encours.example", here))))));
        page.navigate("http://encours.example/sign-in");
        page.locator("[data-passkey] button").click();

        assertThat(page.locator("[data-passkey-message]")).containsText("Les clés d’accès demandent une adresse sûre");
    }

    @Test
    void an_answer_given_twice_is_refused_the_second_time(Browser browser) {
        var page = browser.signIn(user);
        Authenticator.in(page);
        make(page, "Téléphone");
        signOut(page);
        var answers = new java.util.ArrayList<String>();
        page.onRequest(request -> credentialIn(request).ifPresent(answers::add));
        use(page);
        assertThat(page.locator(".user-name")).hasText(user.displayName());
        signOut(page);

        ask(page);
        send(page, answers.getFirst());
        assertThat(page.locator(".notice")).containsText(NOT_HERE); // another challenge than the one it signs
        send(page, answers.getFirst());
        assertThat(page.locator(".notice")).containsText(EXPIRED); // nothing was asked
        assertThat(facts()).endsWith("refusal=WRONG", "refusal=EXPIRED");
    }

    @Test
    void what_was_signed_on_a_page_of_another_origin_is_refused(Browser browser) {
        var page = browser.signIn(user);
        Authenticator.in(page);
        make(page, "Téléphone");
        signOut(page);
        var options = ask(page);

        page.route("http://localhost:9/**", PasskeyBrowserTest::elsewhere);
        page.navigate("http://localhost:9/");
        var stolen = (String) page.evaluate(SIGN, options);
        page.goBack();
        send(page, stolen);

        assertThat(page.locator(".notice")).containsText(NOT_HERE);
        assertThat(facts()).endsWith("refusal=WRONG");
    }

    @Test
    void a_removed_key_is_refused(Browser browser) {
        var page = browser.signIn(user);
        Authenticator.in(page);
        make(page, "Téléphone");
        page.locator(".passkeys summary").click();
        page.locator(".passkeys [name=password]").fill(Fixtures.passwordOf(user));
        page.locator(".passkeys form button").click();
        assertThat(page.locator(".passkeys")).hasCount(0);
        signOut(page);
        use(page);

        assertThat(page.locator(".notice")).containsText(NOT_HERE);
    }

    @Test
    void an_administrator_removes_all_keys_of_a_user(Browser browser) {
        var page = browser.signIn(user);
        Authenticator.in(page);
        make(page, "Téléphone");
        signOut(page);
        page = browser.signIn(fixtures.aUser(Role.ADMINISTRATOR, CollectionsRole.MANAGER, company));
        page.navigate("/administration/users/" + user.login());
        assertThat(page.locator(".passkeys")).containsText("Téléphone");
        page.locator("summary", new Page.LocatorOptions().setHasText("Retirer toutes"))
                .click();
        page.locator("form[action$='/passkeys/removal'] button").click();
        assertThat(page.locator(".passkeys")).hasCount(0);
        signOut(page);
        use(page);

        assertThat(page.locator(".notice")).containsText(NOT_HERE);
    }

    @Test
    void who_is_no_longer_active_is_refused_and_so_is_who_is_locked_out(Browser browser) {
        var page = browser.signIn(user);
        Authenticator.in(page);
        make(page, "Téléphone");
        signOut(page);
        setActive(false);
        use(page);
        assertThat(page.locator(".notice")).containsText(NOT_HERE);

        setActive(true);
        for (var attempt = 0; attempt < 10; attempt++) {
            browser.signIn(user.login(), "a guess");
        }
        use(page);
        assertThat(page.locator(".notice")).containsText("Trop d’échecs");
        assertThat(facts()).endsWith("refusal=INACTIVE", "refusal=LOCKED");
    }

    private static void make(Page page, String name, String password) {
        page.navigate("/profile");
        page.locator("#passkeyName").fill(name);
        page.locator("#passkeyPassword").fill(password);
        page.locator("[data-passkey] button").click();
        assertThat(page.locator(".passkeys")).containsText(name);
    }

    private void make(Page page, String name) {
        make(page, name, Fixtures.passwordOf(user));
    }

    private static void signOut(Page page) {
        page.locator(".user-button").click();
        page.locator("form[action='/sign-out'] button").click();
        page.waitForURL("**/sign-in?out");
    }

    private static void use(Page page) {
        page.navigate("/sign-in");
        page.locator("[data-passkey] button").click();
        page.waitForURL(address -> !address.endsWith("/sign-in"));
    }

    /// What the server asks, as the page would.
    private static Object ask(Page page) {
        page.navigate("/sign-in");
        return Objects.requireNonNull(page.evaluate("""
                async () => (await fetch('/sign-in/passkey/question', { method: 'POST',
                  body: new URLSearchParams(new FormData(document.querySelector('[data-passkey]'))) })).json()
                """));
    }

    private static void send(Page page, String credential) {
        page.navigate("/sign-in");
        page.evaluate("""
                credential => { const form = document.querySelector('[data-passkey]');
                                form.elements.credential.value = credential; form.submit(); }
                """, credential);
        page.waitForURL("**/sign-in?*");
    }

    private void setActive(boolean active) {
        users.change(
                user.login(),
                new Users.Changes(user.displayName(), null, "fr", user.role(), user.collectionsRole(), active));
    }

    /// What the audit trail says of the user's keys, the first first.
    private List<String> facts() {
        return audit
                .list(new AuditFilter(null, AuditKind.PASSKEY, user.login(), null, null), new Paging(50, null))
                .items()
                .reversed()
                .stream()
                .flatMap(entry -> entry.fields().stream())
                .map(field -> field.path().equals("lastUsed") ? "lastUsed" : field.path() + "=" + field.after())
                .toList();
    }

    private static Optional<String> credentialIn(Request request) {
        return !request.url().endsWith("/sign-in/passkey") || request.postData() == null
                ? Optional.empty()
                : java.util.Arrays.stream(request.postData().split("&"))
                        .filter(part -> part.startsWith("credential="))
                        .map(part -> URLDecoder.decode(part.substring("credential=".length()), StandardCharsets.UTF_8))
                        .findFirst();
    }

    private static void elsewhere(Route route) {
        route.fulfill(
                new Route.FulfillOptions().setContentType("text/html").setBody("<!DOCTYPE html><title>-</title>"));
    }

    /// A device with a fingerprint reader that always says yes.
    private record Authenticator(CDPSession devtools, String id) {

        static Authenticator in(Page page) {
            var devtools = page.context().newCDPSession(page);
            devtools.send("WebAuthn.enable");
            var options = new JsonObject();
            options.addProperty("protocol", "ctap2");
            options.addProperty("transport", "internal");
            options.addProperty("hasResidentKey", true);
            options.addProperty("hasUserVerification", true);
            options.addProperty("isUserVerified", true);
            options.addProperty("automaticPresenceSimulation", true);
            var arguments = new JsonObject();
            arguments.add("options", options);
            var made = devtools.send("WebAuthn.addVirtualAuthenticator", arguments);
            return new Authenticator(devtools, made.get("authenticatorId").getAsString());
        }

        /// Nobody touches it.
        void withoutPresence() {
            var arguments = new JsonObject();
            arguments.addProperty("authenticatorId", id);
            arguments.addProperty("enabled", false);
            devtools.send("WebAuthn.setAutomaticPresenceSimulation", arguments);
        }
    }
}
