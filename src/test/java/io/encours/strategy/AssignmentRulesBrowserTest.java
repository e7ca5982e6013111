package io.encours.strategy;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.encours.company.Company;
import io.encours.importing.Imports;
import io.encours.strategy.AssignmentDraft.RuleDraft;
import io.encours.testing.Browser;
import io.encours.testing.BrowserTest;
import io.encours.testing.Fixtures;
import io.encours.testing.Portfolio;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
@DisplayName("A6: the list of assignment rules")
class AssignmentRulesBrowserTest {

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Imports imports;

    @Autowired
    private Strategies strategies;

    @Autowired
    private Assignments assignments;

    @Test
    void rules_are_written_moved_previewed_and_saved_and_the_second_of_two_is_told(Browser browser) {
        browser.expectComplaints();
        var company = fixtures.aCompany();
        new Portfolio(imports, strategies, fixtures, company)
                .customer("C1", "Durand SARL", fixtures.anAgent(company))
                .owes("C1", "F-1", "2026-11-02", "100.00")
                .bringIn();
        var manager = fixtures.aManager(company);
        var page = browser.signIn(manager);
        page.navigate("/strategies/rules");
        assertThat(page.locator("[aria-current=page]")
                        .filter(new Locator.FilterOptions().setHasText("Règles d’affectation")))
                .hasCount(1);

        add(page, 0, "Luxembourg", company, "countries", "LU");
        add(page, 1, "Petits montants", company, "overdueFrom", "dix");
        page.locator("button[value=review]").click();
        assertThat(page.locator("[id='rules[1].overdueFrom-error']")).containsText("n’est pas un montant");
        field(page, 1, "overdueFrom").fill("50,00");
        page.locator("[data-rule]").nth(1).locator("summary").focus();
        page.keyboard().press("Alt+ArrowUp");
        assertThat(field(page, 0, "label")).hasValue("Petits montants");
        page.locator("button[value=review]").click();

        assertThat(page.locator(".change-customers")).hasText("Un client change de stratégie.");
        assertThat(page.locator(".change-items tbody tr").first()).containsText("Durand SARL");
        assertThat(page.locator(".change-lead")).containsText("Une échéance change d’action ou de date");
        page.locator("button[value=save]").click();
        assertThat(page.locator(".toast-card")).containsText("enregistrée");
        assertThat(page.locator(".rule-count").first()).hasText("un client");

        assignments.put(
                fixtures.aManager(company),
                fixtures.everythingOf(company),
                new AssignmentDraft(
                        List.of(new RuleDraft(
                                "Autrement", company.code(), null, List.of("BE"), null, null, null, null, "STANDARD")),
                        null),
                null);
        page.locator("button[value=review]").click();
        assertThat(page.locator(".notice.bad")).containsText("pendant que vous modifiiez");
        page.locator("[data-replaces]").click();
        page.locator("button[value=save]").click();
        assertThat(page.locator("[data-rule]")).hasCount(2);

        page.navigate("/customers/%s/C1/strategy".formatted(company.code()));
        assertThat(page.locator(".verdicts .chosen")).containsText("Petits montants");
        page.locator("#strategy").selectOption("S-" + company.code());
        page.locator("button[value=review]").click();
        assertThat(page.locator(".change-customers")).hasText("Un client change de stratégie.");
        page.locator("button[value=save]").click();
        assertThat(page.locator(".followed-name")).containsText("propre au client");
        assignments.put(manager, fixtures.everythingOf(company), new AssignmentDraft(List.of(), null), null);
    }

    private static void add(Page page, int place, String label, Company company, String criterion, String value) {
        page.locator("[data-add-rule]").click();
        field(page, place, "label").fill(label);
        field(page, place, "company").selectOption(company.code());
        field(page, place, "strategy").selectOption("STANDARD");
        field(page, place, criterion).fill(value);
    }

    private static Locator field(Page page, int place, String name) {
        return page.locator("[id='rules[%d].%s']".formatted(place, name));
    }
}
