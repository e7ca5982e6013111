package io.encours.demo.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.encours.platform.Problem;
import io.encours.platform.web.Page;
import io.encours.platform.web.Texts;
import io.encours.testing.Browser;
import io.encours.testing.BrowserTest;
import io.encours.testing.Fixtures;
import io.encours.testing.MovableDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.ui.ConcurrentModel;

@BrowserTest
@DisplayName("Q5: the components of the pages, side by side")
class DesignPageBrowserTest {

    private static final double ENOUGH = 4.5;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Texts texts;

    @Test
    void every_text_colour_stands_out_from_its_ground_in_both_themes(Browser browser) {
        browser.signIn(fixtures.aManager(fixtures.aCompany()));
        var page = browser.open("/design");
        var measured = page.locator("[data-contrast]");
        assertThat(measured.first()).hasAttribute("data-contrast", java.util.regex.Pattern.compile("\\d.*"));

        assertThat(ratios(measured)).hasSizeGreaterThan(15).allMatch(ratio -> ratio >= ENOUGH);
        page.locator("[data-theme-toggle]").click();
        assertThat(page.locator("html")).hasAttribute("data-bs-theme", "dark");
        assertThat(ratios(measured)).hasSizeGreaterThan(15).allMatch(ratio -> ratio >= ENOUGH);
    }

    @Test
    void outside_the_demonstration_there_is_no_such_page() {
        var page = Page.bare(texts, Locale.FRENCH, "/design", new Page.Csrf("", "", ""), MovableDate.USUAL);

        assertThatThrownBy(() -> new DesignPage(false).show(page, new ConcurrentModel()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
    }

    private static List<Double> ratios(com.microsoft.playwright.Locator measured) {
        return measured.all().stream()
                .map(sample -> Double.valueOf(java.util.Objects.requireNonNull(sample.getAttribute("data-contrast"))))
                .toList();
    }
}
