package io.encours.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.company.Company;
import io.encours.identity.CollectionsRole;
import io.encours.identity.Role;
import io.encours.importing.Imports;
import io.encours.strategy.Purpose;
import io.encours.strategy.Stage;
import io.encours.strategy.Strategies;
import io.encours.testing.Api;
import io.encours.testing.Fixtures;
import io.encours.testing.IntegrationTest;
import io.encours.testing.Portfolio;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
@DisplayName("A1: templates over HTTP, and which one is taken")
class TemplatesTest {

    private static final String REMINDER = "RELANCE-1-EMAIL";

    @LocalServerPort
    private int port;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Imports imports;

    @Autowired
    private Strategies strategies;

    @Autowired
    private Templates templates;

    private Company company;
    private Api administrator;
    private Api manager;

    @BeforeEach
    void aCompanyWithItsPeople() {
        company = fixtures.aCompany();
        administrator = new Api(port, fixtures.tokenOf(fixtures.aUser(Role.ADMINISTRATOR, CollectionsRole.NONE)));
        manager = new Api(port, fixtures.tokenOf(fixtures.aManager(company)));
    }

    @Test
    void the_texts_encours_comes_with_are_there_from_the_first_day() {
        var all = manager.get("/templates?company=" + company.code());
        var one = manager.get("/templates/" + REMINDER + "?language=en&company=" + company.code());

        assertThat(all.body().at("/items").size()).isGreaterThan(60);
        assertThat(one.status()).isEqualTo(200);
        assertThat(one.body().at("/version").asInt()).isZero();
        assertThat(one.body().at("/origin").asString()).isEqualTo("ENCOURS");
        assertThat(one.body().at("/label").asString()).isEqualTo("Reminder no. 1, courteous");
    }

    @Test
    void a_company_writes_its_own_words_before_those_of_the_installation_and_of_encours() {
        var code = "ACCORD-" + company.code();
        var other = fixtures.aCompany();
        administrator.put("/templates/" + code, text("Pour tous"));
        manager.put("/templates/" + code + "?company=" + company.code(), text("Pour nous"));

        assertThat(filled(company, TemplateUse.named(code, Channel.EMAIL, Purpose.OTHER, "fr"))
                        .text())
                .isEqualTo("Pour nous\n");
        assertThat(filled(other, TemplateUse.named(code, Channel.EMAIL, Purpose.OTHER, "fr"))
                        .text())
                .isEqualTo("Pour tous\n");

        assertThat(manager.delete("/templates/" + code + "?company=" + company.code())
                        .status())
                .isEqualTo(204);
        assertThat(filled(company, TemplateUse.named(code, Channel.EMAIL, Purpose.OTHER, "fr"))
                        .text())
                .as("what stands behind takes its place")
                .isEqualTo("Pour tous\n");
    }

    @Test
    void without_a_code_channel_purpose_stage_and_level_decide() {
        assertThat(taken(Channel.EMAIL, Purpose.REMINDER, Stage.AMICABLE, 1)).isEqualTo(REMINDER);
        assertThat(taken(Channel.SMS, Purpose.REMINDER, Stage.AMICABLE, 2)).isEqualTo("RELANCE-2-SMS");
        assertThat(taken(Channel.LETTER, Purpose.REMINDER, Stage.AMICABLE, 7)).isEqualTo("RELANCE-3-COURRIER");
        assertThat(taken(Channel.LETTER, Purpose.REMINDER, Stage.PRE_LITIGATION, 1))
                .isEqualTo("RELANCE-PRECONTENTIEUX-COURRIER");
        assertThat(taken(Channel.LETTER, Purpose.FORMAL_NOTICE, Stage.AMICABLE, 1))
                .isEqualTo("MISE-EN-DEMEURE-COURRIER");
        assertThat(taken(Channel.EMAIL, Purpose.STATEMENT, Stage.JUDICIAL, 1)).isEqualTo("RELEVE-EMAIL");
    }

    @Test
    void a_reader_is_written_to_in_their_language_else_in_that_of_the_company() {
        var english = new TemplateUse(Channel.EMAIL, Purpose.REMINDER, Stage.AMICABLE, 1, "en", null);
        var croatian = new TemplateUse(Channel.EMAIL, Purpose.REMINDER, Stage.AMICABLE, 1, "hr", null);

        assertThat(filled(company, english).text()).startsWith("Dear Sir or Madam,");
        assertThat(filled(company, croatian).language()).isEqualTo("fr");
    }

    @Test
    void what_is_wrong_with_a_text_is_told_with_line_and_column() {
        var refused = manager.put(own(REMINDER), """
                {"subject": "{{weather}}", "body": "<p>Bonjour,</p>\\n<p>{{customer.nmae}}</p>\\n{{#items}}"}\
                """);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("subject");
        assertThat(refused.body().at("/errors/1/message").asString())
                .isEqualTo("Ligne 2, colonne 4\u00a0: le champ «\u00a0customer.nmae\u00a0» n’existe pas. "
                        + "Vouliez-vous dire «\u00a0customer.name\u00a0»\u202f?");
        assertThat(refused.body().at("/errors/2/code").asString()).isEqualTo("correspondence.flaw.unclosed");
        assertThat(manager.get(own(REMINDER)).body().at("/version").asInt()).isZero();
    }

    @Test
    void what_a_message_may_not_contain_is_removed_and_said() {
        var put = manager.put(own(REMINDER), """
                {"subject": "Rappel", "body": "<p onclick=\\"x()\\">Bonjour {{customer.name}}</p><script>x()</script>"}\
                """);

        assertThat(put.status()).isEqualTo(201);
        assertThat(put.body().at("/removed").toString()).isEqualTo("[\"<script>\",\"onclick\"]");
        assertThat(put.body().at("/template/body").asString()).isEqualTo("<p>Bonjour {{customer.name}}</p>");
    }

    @Test
    void every_version_is_kept_with_its_author_and_an_earlier_one_becomes_a_new_one() {
        manager.put(own(REMINDER), text("Premier"));
        manager.put(own(REMINDER), text("Second"));
        var again = manager.put(own(REMINDER), text("Second"));
        assertThat(again.body().at("/template/version").asInt())
                .as("put again as it is: nothing changes")
                .isEqualTo(2);

        var versions = manager.get(ownPart("/versions"));
        assertThat(versions.body().at("/items").size()).isEqualTo(2);
        assertThat(versions.body().at("/items/0/savedBy").asString()).startsWith("Personne ");
        var first = manager.get(ownPart("/versions/1")).body();
        assertThat(first.at("/body").asString()).isEqualTo("<p>Premier</p>");

        assertThat(manager.put(own(REMINDER), first.toString())
                        .body()
                        .at("/template/version")
                        .asInt())
                .isEqualTo(3);
        assertThat(manager.get(own(REMINDER)).body().at("/body").asString()).isEqualTo("<p>Premier</p>");
    }

    @Test
    void of_two_people_at_once_the_second_is_told() throws Exception {
        manager.put(own(REMINDER), text("Premier"));

        assertThat(putIfMatch("\"0\"", "Trop tard").statusCode()).isEqualTo(412);
        assertThat(putIfMatch("\"1\"", "À temps").statusCode()).isEqualTo(200);
    }

    @Test
    void a_template_that_a_strategy_names_and_nothing_stands_behind_is_not_retired() {
        var code = "SOLDE-" + company.code();
        manager.put("/templates/" + code + "?company=" + company.code(), text("Solde"));
        strategy(code);

        var refused = manager.delete("/templates/" + code + "?company=" + company.code());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/detail").asString()).contains("Relances de " + company.code());

        strategy(REMINDER);
        assertThat(manager.delete("/templates/" + code + "?company=" + company.code())
                        .status())
                .isEqualTo(204);
    }

    @Test
    void a_strategy_that_names_an_unknown_template_or_one_of_another_channel_is_saved_with_a_warning() {
        assertThat(strategy("INCONNU").body().at("/warnings/0/message").asString())
                .startsWith("Aucun modèle n’a le code INCONNU");
        assertThat(strategy("RELANCE-1-SMS").body().at("/warnings/0/code").asString())
                .isEqualTo("strategy.warning.otherChannel");
        assertThat(strategy(REMINDER).body().at("/warnings").size()).isZero();
    }

    @Test
    void a_text_is_shown_for_a_real_customer_before_it_is_saved() {
        customerWithTwoItems();

        var shown = manager.post("/templates/preview", """
                {"company": "%s", "customer": "C1", "channel": "EMAIL", "purpose": "REMINDER", "subject": "{{totals.items}}",
                 "body": "<p>{{customer.name}}</p><ul>{{#items}}<li>{{number}}</li>{{/items}}</ul>"}\
                """.formatted(company.code()));
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.body().at("/subject").asString()).isEqualTo("350,00\u00a0€");
        assertThat(shown.body().at("/html").asString())
                .isEqualTo("<p>Durand &amp; Fils</p><ul><li>F-1</li><li>F-2</li></ul>");

        var sms = manager.post("/templates/preview", """
                {"company": "%s", "customer": "C1", "code": "RELANCE-1-SMS"}\
                """.formatted(company.code()));
        assertThat(sms.body().at("/sms/segments").asInt()).isEqualTo(1);
        assertThat(sms.body().at("/text").asString()).contains("350,00 €");
    }

    @Test
    void nobody_previews_a_customer_they_may_not_see() {
        customerWithTwoItems();
        var stranger = new Api(port, fixtures.tokenOf(fixtures.aManager(fixtures.aCompany())));
        var agent = new Api(port, fixtures.tokenOf(fixtures.anAgent(company)));
        var order = """
                {"company": "%s", "customer": "C1", "channel": "SMS", "body": "{{totals.balance}}"}\
                """.formatted(company.code());

        assertThat(stranger.post("/templates/preview", order).status()).isEqualTo(404);
        assertThat(agent.post("/templates/preview", order).status()).isEqualTo(404);
        assertThat(stranger.get(own(REMINDER)).status()).isEqualTo(404);
    }

    @Test
    void words_for_all_companies_are_changed_by_administrators_only() {
        assertThat(manager.put("/templates/" + REMINDER, text("Pour tous")).status())
                .isEqualTo(403);
        assertThat(new Api(port, fixtures.tokenOf(fixtures.anAgent(company)))
                        .put(own(REMINDER), text("À moi"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_text_can_be_written_in_any_language() {
        var put = manager.put("/templates/" + REMINDER + "?language=de&company=" + company.code(), """
                {"purpose": "REMINDER", "level": 1, "label": "Erinnerung", "subject": "Erinnerung",
                 "body": "<p>Sehr geehrte Damen und Herren,</p>"}\
                """);

        assertThat(put.status()).isEqualTo(201);
        assertThat(filled(company, new TemplateUse(Channel.EMAIL, Purpose.REMINDER, Stage.AMICABLE, 1, "de", null))
                        .language())
                .isEqualTo("de");
        assertThat(manager.put("/templates/" + REMINDER + "?language=xx&company=" + company.code(), text("?"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void the_fields_are_published() {
        var fields = manager.get("/template-fields");

        assertThat(fields.body().at("/items").size()).isEqualTo(MergeField.ALL.size());
        assertThat(fields.body().at("/items/2/fields/0/name").asString()).isEqualTo("name");
    }

    private void customerWithTwoItems() {
        new Portfolio(imports, strategies, fixtures, company)
                .customer("C1", "Durand & Fils", fixtures.anAgent(company))
                .owes("C1", "F-1", "2026-10-02", "100.00")
                .owes("C1", "F-2", "2026-10-20", "250.00")
                .bringIn();
    }

    private Api.Answer strategy(String template) {
        var code = "REL-" + company.code();
        return manager.put("/strategies/" + code, """
                {"code": "%s", "label": "Relances de %s", "company": "%s", "actions": [
                  {"code": "A", "type": "EMAIL", "delay": 5, "template": "%s"}]}\
                """.formatted(code, company.code(), company.code(), template));
    }

    private HttpResponse<String> putIfMatch(String tag, String words) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + own(REMINDER)))
                .PUT(HttpRequest.BodyPublishers.ofString(text(words)))
                .header("Authorization", "Bearer " + manager.token())
                .header("Content-Type", "application/json")
                .header("If-Match", tag)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private String own(String code) {
        return "/templates/" + code + "?company=" + company.code();
    }

    private String ownPart(String part) {
        return "/templates/" + REMINDER + part + "?company=" + company.code();
    }

    private String taken(Channel channel, Purpose purpose, Stage stage, int level) {
        return filled(company, new TemplateUse(channel, purpose, stage, level, "fr", null))
                .code();
    }

    private Filled filled(Company of, TemplateUse use) {
        return templates.filled(of.id(), use, Mergeable.complete());
    }

    private static String text(String words) {
        return """
                {"channel": "EMAIL", "purpose": "OTHER", "label": "Essai", "subject": "Essai", "body": "<p>%s</p>"}\
                """.formatted(words);
    }
}
