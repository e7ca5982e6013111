package io.encours.company.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.encours.testing.Browser;
import io.encours.testing.BrowserTest;
import io.encours.testing.Fixtures;
import io.encours.testing.Http;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

@BrowserTest
@DisplayName("I4 the API describes itself")
class ApiDescriptionTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Fixtures fixtures;

    @Test
    void the_document_is_open_api_3_1_and_needs_no_sign_in() {
        var answer = new Http(port).get("/api/v1/openapi.json");
        var document = JsonMapper.shared().readTree(answer.body());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(document.path("openapi").asString()).startsWith("3.1");
        assertThat(document.path("info").path("title").asString()).isEqualTo("Encours");
        assertThat(document.path("components")
                        .path("securitySchemes")
                        .path("token")
                        .path("scheme")
                        .asString())
                .isEqualTo("bearer");
        var makeCompany = document.path("paths").path("/api/v1/companies").path("post");
        assertThat(makeCompany.path("responses").path("422").path("content").has("application/problem+json"))
                .isTrue();
        assertThat(document.path("paths").propertyNames()).allMatch(path -> path.startsWith("/api/v1/"));
        document.path("paths")
                .path("/api/v1/companies")
                .path("get")
                .path("parameters")
                .forEach(parameter ->
                        assertThat(parameter.path("name").asString()).isIn("limit", "cursor", "paging"));
    }

    @Test
    void a_page_shows_it_to_whoever_is_signed_in(Browser browser) {
        browser.signIn(fixtures.aManager(fixtures.aCompany()));

        var page = browser.open("/api");

        assertThat(page.getByText("/api/v1/companies").first()).isVisible();
        browser.picture("api");
    }
}
