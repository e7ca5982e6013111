package io.encours.strategy;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.encours.company.Company;
import io.encours.importing.Imports;
import io.encours.testing.Browser;
import io.encours.testing.BrowserTest;
import io.encours.testing.Fixtures;
import io.encours.testing.Portfolio;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
@DisplayName("A2, A6: the editor of strategies")
class StrategyEditorBrowserTest {

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Imports imports;

    @Autowired
    private Strategies strategies;

    private Company company;
    private Portfolio portfolio;

    /// Two items whose next action is a call ten days after the due date.
    @BeforeEach
    void aCompanyWithTwoOpenItems() {
        company = fixtures.aCompany();
        portfolio = new Portfolio(imports, strategies, fixtures, company);
        portfolio
                .customer("C1", "Durand SARL", fixtures.anAgent(company))
                .owes("C1", "F-1", "2026-11-02", "100.00")
                .owes("C1", "F-2", "2026-12-01", "250.00")
                .bringIn();
    }

    @Test
    void what_would_change_is_shown_before_it_is_saved(Browser browser) {
        var page = opened(browser);
        assertThat(page.locator(".time-mark")).hasCount(2);
        assertThat(page.locator(".time-mark").first()).containsText("J+10");

        page.locator(".step summary").first().click();
        field(page, 0, "delay").fill("12");
        assertThat(page.locator(".time-mark").first()).containsText("J+12");
        page.locator("button[value=review]").click();

        assertThat(page.locator(".change-lead")).containsText("2 échéances changent d’action ou de date");
        page.locator(".change-items summary").click();
        assertThat(page.locator(".change-items tbody tr")).hasCount(2);
        assertThat(page.locator(".change-items tbody tr").first()).containsText("Durand SARL");
        assertThat(page.locator(".change-items tbody tr").first()).containsText("250,00");
        org.assertj.core.api.Assertions.assertThat(saved().version()).isEqualTo(1);

        page.locator("#comment").fill("Deux jours de plus");
        page.locator("button[value=save]").click();
        assertThat(page.locator(".toast-card"))
                .containsText("Version 2 enregistrée. Le plan de son client est refait.");
        org.assertj.core.api.Assertions.assertThat(saved().actions().getFirst().delay())
                .isEqualTo(12);
    }

    @Test
    void what_is_wrong_is_said_beside_its_field_and_nothing_typed_is_lost(Browser browser) {
        browser.expectComplaints();
        var page = opened(browser);
        page.locator(".step summary").first().click();
        field(page, 0, "delay").fill("dix");
        field(page, 0, "minimumAmount").fill("1 250,50");
        page.locator("[data-add-step]").click();
        field(page, 2, "label").fill("Sans code");
        page.locator("button[value=review]").click();

        assertThat(page.locator(".notice.bad")).containsText("3 valeurs");
        assertThat(page.locator("[id='actions[0].delay-error']")).containsText("n’est pas un nombre entier");
        assertThat(page.locator("[id='actions[2].code-error']")).hasText("Cette valeur est nécessaire.");
        assertThat(field(page, 0, "delay")).hasValue("dix");
        assertThat(field(page, 0, "minimumAmount")).hasValue("1 250,50");
        assertThat(field(page, 2, "label")).hasValue("Sans code");

        field(page, 0, "delay").fill("−10");
        page.locator("[data-step]").nth(2).locator("[data-remove-step]").click();
        page.locator("button[value=review]").click();
        page.locator("button[value=save]").click();
        assertThat(page.locator(".toast-card")).containsText("Version 2");
        org.assertj.core.api.Assertions.assertThat(saved().actions().getFirst().minimumAmount())
                .isEqualByComparingTo("1250.50");
        org.assertj.core.api.Assertions.assertThat(saved().actions().getFirst().delay())
                .isEqualTo(-10);
    }

    @Test
    void an_action_is_moved_by_the_keyboard_and_a_changed_review_is_computed_again(Browser browser) {
        var page = opened(browser);
        page.locator("button[value=review]").click();
        assertThat(page.locator(".change-lead")).hasText("Aucune échéance ne bouge.");
        page.locator(".step summary").first().focus();
        page.keyboard().press("Alt+ArrowDown");

        assertThat(page.locator(".step-label").first()).hasText("Relance écrite");
        assertThat(field(page, 1, "code")).hasValue("CALL");
        assertThat(page.locator("button[value=save]")).isHidden();
        page.locator("button[value=review]").click();
        assertThat(page.locator(".change-lead")).containsText("2 échéances");
        page.locator("button[value=save]").click();
        assertThat(page.locator(".toast-card")).containsText("Version 2");
        org.assertj.core.api.Assertions.assertThat(saved().actions())
                .extracting(StrategyAction::code)
                .containsExactly("LETTER", "CALL");
    }

    @Test
    void of_two_people_at_once_the_second_is_told_and_loses_nothing(Browser browser) {
        browser.expectComplaints();
        var page = opened(browser);
        var other = fixtures.aManager(company);
        var one = saved();
        strategies.put(
                other,
                fixtures.everythingOf(company),
                one.code(),
                new StrategyDraft(
                        one.code(),
                        "Autrement",
                        company.code(),
                        true,
                        java.util.List.of(new StrategyDraft.ActionDraft(
                                "CALL", null, "PHONE", null, 3, null, null, null, null, null, null, null, null,
                                null))));
        page.locator("#label").fill("Mon libellé");
        page.locator("button[value=review]").click();

        assertThat(page.locator(".notice.bad"))
                .containsText(
                        other.displayName() + " a enregistré la version 2 pendant que vous modifiiez la version 1");
        assertThat(page.locator("#label")).hasValue("Mon libellé");
        page.locator("[data-replaces]").click();
        page.locator("button[value=save]").click();
        assertThat(page.locator(".toast-card")).containsText("Version 3");
        org.assertj.core.api.Assertions.assertThat(saved().label()).isEqualTo("Mon libellé");
    }

    @Test
    void a_strategy_is_duplicated_and_listed(Browser browser) {
        var page = opened(browser);
        page.locator(".page-acts a[href*='from=']").click();
        assertThat(page.locator("#code")).hasValue(saved().code() + "-2");
        assertThat(page.locator("[name=default]")).not().isChecked();
        page.locator("button[value=review]").click();
        page.locator("button[value=save]").click();

        assertThat(page).hasURL(Pattern.compile(saved().code() + "-2$"));
        page.locator(".sidebar a[href='/strategies']").click();
        assertThat(page.locator("tbody tr", new Page.LocatorOptions().setHasText("Copie de Standard")))
                .hasCount(1);
    }

    @Test
    void versions_are_compared_in_words_and_an_old_one_is_taken_up_as_a_new_one(Browser browser) {
        var page = opened(browser);
        page.locator(".step summary").first().click();
        field(page, 0, "delay").fill("12");
        field(page, 0, "mode").selectOption("AUTOMATIC");
        page.locator("[data-step]").nth(1).locator("[data-remove-step]").click();
        page.locator("button[value=review]").click();
        page.locator("button[value=save]").click();
        page.locator(".page-acts a[href$='/versions']").click();

        assertThat(page.locator(".differences li")).hasText(new String[] {
            "Relance écrite disparaît",
            "Appel n° 1 — Retard en jours\u00a0: «\u00a010\u00a0» devient «\u00a012\u00a0»",
            "Appel n° 1 — Déclenchement\u00a0: «\u00a0Manuelle\u00a0» devient «\u00a0Automatique\u00a0»"
        });
        page.locator(".versions a[href$='restore=1']").click();
        assertThat(field(page, 0, "delay")).hasValue("10");
        page.locator("button[value=review]").click();
        assertThat(page.locator("#comment")).hasValue("Retour à la version 1");
        page.locator("button[value=save]").click();
        assertThat(page.locator(".toast-card")).containsText("Version 3");
        org.assertj.core.api.Assertions.assertThat(saved().actions())
                .extracting(StrategyAction::code)
                .containsExactly("CALL", "LETTER");
    }

    @Test
    void who_may_not_change_it_reads_it(Browser browser) {
        var page = browser.signIn(fixtures.anAgent(company));
        page.navigate("/strategies/S-" + company.code());

        assertThat(page.locator(".notice")).containsText("Seuls un administrateur ou un credit manager");
        assertThat(page.locator("button[value=review]")).hasCount(0);
        assertThat(page.locator("[id='actions[0].delay']")).isDisabled();
    }

    private Page opened(Browser browser) {
        var page = browser.signIn(portfolio.administrator());
        page.navigate("/strategies/S-" + company.code());
        return page;
    }

    private static com.microsoft.playwright.Locator field(Page page, int action, String name) {
        return page.locator("[id='actions[" + action + "]." + name + "']");
    }

    private Strategy saved() {
        return strategies.get(fixtures.everythingOf(company), "S-" + company.code());
    }
}
