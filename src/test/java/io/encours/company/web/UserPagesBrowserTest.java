package io.encours.company.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.encours.company.Company;
import io.encours.identity.CollectionsRole;
import io.encours.identity.Role;
import io.encours.identity.SignedIn;
import io.encours.testing.Api;
import io.encours.testing.Browser;
import io.encours.testing.BrowserTest;
import io.encours.testing.Fixtures;
import io.encours.testing.Http;
import java.net.URI;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@BrowserTest
@DisplayName("K2, Q3 users are administered in the browser")
class UserPagesBrowserTest {

    private static final String PASSWORD = "une phrase assez longue";

    @LocalServerPort
    private int port;

    @Autowired
    private Fixtures fixtures;

    private Company company;
    private SignedIn administrator;

    @BeforeEach
    void prepare() {
        company = fixtures.aCompany();
        administrator = fixtures.aUser(Role.ADMINISTRATOR, CollectionsRole.NONE);
    }

    @Test
    void a_user_is_invited_signs_in_by_the_link_is_changed_and_deactivated(Browser browser) {
        browser.expectComplaints(); // a form that is refused answers 422
        var login = "new-" + UUID.randomUUID().toString().substring(0, 8);
        var page = browser.signIn(administrator);
        open(page, "/administration/users/new");
        page.locator("#name").fill("Alix Martin");
        page.locator("#login").fill("Pas un identifiant !");
        page.locator("form.wide-form button.btn-primary").click();
        assertThat(page.locator("#login-error")).containsText("lettres minuscules");
        assertThat(page.locator("#name")).hasValue("Alix Martin");

        page.locator("#login").fill(login);
        page.locator("input[name=companies][value=" + company.code() + "]").check();
        page.locator("form.wide-form button.btn-primary").click();
        assertThat(page.locator("h1")).hasText("Alix Martin");
        assertThat(page.locator(".page-state .badge-soft")).hasText("invité");
        var link = URI.create(page.locator("#secret").inputValue()).getPath();
        page.reload();
        assertThat(page.locator("#secret")).hasCount(0);

        var invited = new Http(port);
        var csrf = invited.csrf(link);
        invited.form(link, java.util.Map.of("password", PASSWORD, "again", PASSWORD, "_csrf", csrf));
        assertThat(invited.signIn(login, PASSWORD).headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("/"));
        assertThat(invited.get("/customers").statusCode()).isEqualTo(200);

        page.reload();
        assertThat(page.locator(".page-state .badge-soft")).hasText("actif");
        page.locator("#role").selectOption("ACCOUNTANT");
        page.locator("form.wide-form button.btn-primary").click();
        assertThat(page.locator(".notice.good")).containsText("enregistrés");
        assertThat(page.locator("#role")).hasValue("ACCOUNTANT");

        page.locator("summary", new Page.LocatorOptions().setHasText("Désactiver"))
                .click();
        page.locator("form[action$=deactivation] button").click();
        assertThat(page.locator(".page-state .badge-soft")).hasText("désactivé");
        assertThat(invited.get("/customers").statusCode()).isEqualTo(302);

        page.locator("form[action$=reactivation] button").click();
        assertThat(page.locator(".page-state .badge-soft")).hasText("actif");
    }

    @Test
    void a_token_is_made_shown_once_and_revoked(Browser browser) {
        var agent = fixtures.anAgent(company);
        var page = browser.signIn(administrator);
        open(page, "/administration/users/" + agent.login());
        page.locator("#label").fill("Export");
        page.locator("input[name=scopes][value=read]").check();
        page.locator(".line-form .btn").click();

        var token = page.locator("#secret").inputValue();
        assertThat(new Api(port, token).get("/companies").status()).isEqualTo(200);
        assertThat(page.locator(".tokens")).containsText("Export");
        page.locator("form[action$=revocation] button").click();
        assertThat(page.locator(".tokens")).hasCount(0);
        assertThat(new Api(port, token).get("/companies").status()).isEqualTo(401);
    }

    @Test
    void one_changes_the_own_password_and_stays_signed_in_here_only(Browser browser) {
        browser.expectComplaints();
        var agent = fixtures.anAgent(company);
        var elsewhere = new Http(port);
        elsewhere.signIn(agent.login(), Fixtures.passwordOf(agent));
        assertThat(elsewhere.get("/customers").statusCode()).isEqualTo(200);
        var page = browser.signIn(agent);
        page.locator(".user-button").click();
        page.locator("a[href='/profile']").click();
        page.waitForLoadState();

        page.locator("#current").fill("pas le bon");
        page.locator("#password").fill(PASSWORD);
        page.locator("#again").fill(PASSWORD);
        page.locator("form[action='/profile/password'] button").click();
        assertThat(page.locator("#current-error")).isVisible();

        page.locator("#current").fill(Fixtures.passwordOf(agent));
        page.locator("#password").fill(PASSWORD);
        page.locator("#again").fill(PASSWORD);
        page.locator("form[action='/profile/password'] button").click();
        assertThat(page.locator(".notice.good")).containsText("Votre mot de passe est changé");
        assertThat(elsewhere.get("/customers").statusCode()).isEqualTo(302);
        assertThat(new Http(port)
                        .signIn(agent.login(), PASSWORD)
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("/");
    }

    @Test
    void a_manager_finds_no_users_in_the_administration(Browser browser) {
        browser.expectComplaints();
        var page = browser.signIn(fixtures.aManager(company));

        open(page, "/administration/users");

        assertThat(page.locator("h1")).hasText("Accès refusé");
        assertThat(page).hasURL(Pattern.compile("/administration/users$"));
    }

    private static void open(Page page, String path) {
        page.navigate(path);
        page.waitForLoadState();
    }
}
