package io.encours.identity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.encours.testing.Browser;
import io.encours.testing.BrowserTest;
import io.encours.testing.Fixtures;
import io.encours.testing.LocalProvider;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
@DisplayName("Q3 sign-in by OpenID Connect")
class OidcSignInBrowserTest {

    private final LocalProvider provider = LocalProvider.running();

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Users users;

    private SignedIn user;
    private Map<String, Object> claims;

    @BeforeEach
    void prepare() {
        user = fixtures.anAgent(fixtures.aCompany());
        claims = Map.of("email", user.login() + "@EXAMPLE.com", "email_verified", true);
    }

    @Test
    void whom_the_provider_vouches_for_is_signed_in_and_goes_where_they_wanted(Browser browser) {
        provider.signedIn(claims);
        browser.open("/customers");

        var page = signIn(browser);

        assertThat(page.locator(".user-name")).hasText(user.displayName());
        assertThat(page).hasURL(Pattern.compile("/customers"));
        assertThat(users.byId(user.id()).orElseThrow().lastSignIn()).isNotNull();
        users.change(user.login(), new Users.Changes("Nom", null, "fr", user.role(), user.collectionsRole(), false));
        page.reload();
        assertThat(page).hasURL(Pattern.compile("/sign-in$"));
    }

    @Test
    void whom_nobody_here_knows_is_told_so_and_not_signed_in(Browser browser) {
        provider.signedIn(Map.of("email", "stranger-" + user.login() + "@example.com", "email_verified", true));

        assertRefused(browser, "aucun compte d’Encours");
    }

    @Test
    void an_address_that_was_not_verified_vouches_for_nobody(Browser browser) {
        provider.signedIn(Map.of("email", user.login() + "@example.com", "email_verified", false));

        assertRefused(browser, "aucun compte d’Encours");
    }

    @Test
    void who_is_no_longer_active_stays_out(Browser browser) {
        users.change(
                user.login(),
                new Users.Changes(
                        "Nom", user.login() + "@example.com", "fr", user.role(), user.collectionsRole(), false));
        provider.signedIn(claims);

        assertRefused(browser, "aucun compte d’Encours");
    }

    @Test
    void what_another_key_has_signed_is_refused(Browser browser) {
        provider.forged(claims);

        assertRefused(browser, "n’a pas abouti");
    }

    @Test
    void what_was_said_in_another_attempt_is_refused(Browser browser) {
        provider.replayed(claims);

        assertRefused(browser, "n’a pas abouti");
    }

    private static void assertRefused(Browser browser, String reason) {
        browser.open("/sign-in");
        var page = signIn(browser);
        assertThat(page.locator(".notice.bad")).containsText(reason);
        page.navigate("/customers");
        assertThat(page).hasURL(Pattern.compile("/sign-in$"));
    }

    private static Page signIn(Browser browser) {
        browser.page().locator("a[href='/sign-in/with/oidc']").click();
        browser.page().waitForLoadState();
        return browser.page();
    }
}
