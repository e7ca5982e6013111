package io.encours.identity.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.encours.identity.OneTimeLinks;
import io.encours.testing.Browser;
import io.encours.testing.BrowserTest;
import io.encours.testing.Fixtures;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
@DisplayName("Q3 first sign-in by a one-time link")
class FirstSignInBrowserTest {

    private static final String PASSWORD = "une phrase assez longue";

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private OneTimeLinks links;

    @Test
    void the_link_sets_a_password_once(Browser browser) {
        browser.expectComplaints(); // the second visit answers 404
        var user = fixtures.anAgent(fixtures.aCompany());
        var address = "/first-sign-in/" + links.create(user.id());

        var page = browser.open(address);
        page.locator("#password").fill(PASSWORD);
        page.locator("#again").fill(PASSWORD);
        page.locator("button.btn-primary").click();
        assertThat(page).hasURL(Pattern.compile(".*/sign-in\\?ready$"));
        browser.signIn(user.login(), PASSWORD);
        assertThat(page.locator(".user-name")).hasText(user.displayName());

        browser.open(address);
        assertThat(page.locator("h1")).hasText("Introuvable");
    }

    @Test
    void two_different_entries_are_told_beside_the_field(Browser browser) {
        var user = fixtures.anAgent(fixtures.aCompany());
        var page = browser.open("/first-sign-in/" + links.create(user.id()));

        page.locator("#password").fill(PASSWORD);
        page.locator("#again").fill(PASSWORD + "?");
        page.locator("button.btn-primary").click();

        assertThat(page.locator(".field-error")).hasText("Les deux saisies diffèrent.");
    }

    @Test
    @DisplayName("G2 the language is a setting of the user")
    void the_language_chosen_in_the_menu_holds_after_signing_in_again(Browser browser) {
        var user = fixtures.anAgent(fixtures.aCompany());
        var page = browser.signIn(user);
        page.locator(".user-button").click();
        page.locator("button[value=en]").click();
        assertThat(page.locator("html")).hasAttribute("lang", "en");

        page.locator(".user-button").click();
        page.locator("form[action='/sign-out'] button").click();
        browser.signIn(user);

        assertThat(page.locator("html")).hasAttribute("lang", "en");
    }
}
