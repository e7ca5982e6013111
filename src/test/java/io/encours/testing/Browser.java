package io.encours.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.encours.identity.SignedIn;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A browser window of one test, 1440 px wide and French, with nobody signed in. What the page reports on its console
/// as an error (a script that fails, a file that is missing, a breach of the content policy) fails the test.
public final class Browser implements AutoCloseable {

    private static final double PATIENCE_MILLIS = 10_000;
    private static final Path PICTURES = Path.of("target", "screenshots");

    private final BrowserContext window;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private boolean complaintsExpected;

    Browser(Chromium chromium, String address) {
        window = chromium.newWindow(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(address)
                .setLocale("fr-FR")
                .setTimezoneId("Europe/Paris")
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE)
                .setViewportSize(1440, 900));
        window.setDefaultTimeout(PATIENCE_MILLIS);
        page = window.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.location().contains("favicon")) {
                complaints.add(message.text() + " (" + message.location() + ")");
            }
        });
        page.onPageError(complaints::add);
    }

    /// The page in the window, to click and to look at.
    public Page page() {
        return page;
    }

    /// Goes to a path of the application, `/supervisor`.
    public Page open(String path) {
        page.navigate(path);
        return page;
    }

    /// Signs in a user made by `Fixtures`, through the form.
    public Page signIn(SignedIn user) {
        return signIn(user.login(), Fixtures.passwordOf(user));
    }

    public Page signIn(String login, String password) {
        open("/sign-in");
        page.locator("#login").fill(login);
        page.locator("#password").fill(password);
        page.locator("button.btn-primary").click();
        page.waitForLoadState();
        return page;
    }

    /// From now on as wide as a phone, 390 px.
    public Browser onAPhone() {
        page.setViewportSize(390, 844);
        return this;
    }

    /// From now on in the dark theme.
    public Browser inTheDark() {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        return this;
    }

    /// Answers of 400 and above are part of this test.
    public Browser expectComplaints() {
        complaintsExpected = true;
        return this;
    }

    /// Keeps a picture of the whole page as `target/screenshots/NAME.png`.
    public void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
    }

    void assertQuiet() {
        if (!complaintsExpected) {
            assertThat(complaints).as("errors on the browser's console").isEmpty();
        }
    }

    @Override
    public void close() {
        window.close();
    }
}
