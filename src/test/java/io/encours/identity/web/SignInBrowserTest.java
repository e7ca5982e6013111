package io.encours.identity.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.encours.testing.Browser;
import io.encours.testing.BrowserTest;
import io.encours.testing.Fixtures;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
@DisplayName("Q3 sign-in by password, in the browser")
class SignInBrowserTest {

    @Autowired
    private Fixtures fixtures;

    @Test
    void a_wrong_password_is_told_beside_the_form_and_signs_nobody_in(Browser browser) {
        var page = browser.signIn("nobody", "not the password");

        assertThat(page.getByRole(com.microsoft.playwright.options.AriaRole.ALERT))
                .containsText("Identifiant ou mot de passe incorrect");
        assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/sign-in\\?failed$"));
    }

    @Test
    void the_right_password_opens_the_application(Browser browser) {
        browser.expectComplaints(); // an empty installation has no home page
        var page = browser.signIn(fixtures.aManager(fixtures.aCompany()));

        org.assertj.core.api.Assertions.assertThat(page.url()).doesNotContain("sign-in");
    }
}
