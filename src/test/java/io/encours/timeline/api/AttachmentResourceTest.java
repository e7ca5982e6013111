package io.encours.timeline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.company.Company;
import io.encours.identity.CollectionsRole;
import io.encours.identity.Role;
import io.encours.importing.Imports;
import io.encours.strategy.Strategies;
import io.encours.testing.Api;
import io.encours.testing.Fixtures;
import io.encours.testing.Http;
import io.encours.testing.IntegrationTest;
import io.encours.testing.Portfolio;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@IntegrationTest
@DisplayName("C4 files of events, by API")
class AttachmentResourceTest {

    private static final String BOUNDARY = "frontiere";

    @LocalServerPort
    private int port;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Imports imports;

    @Autowired
    private Strategies strategies;

    private Company company;
    private String token;
    private String stranger;
    private String reader;
    private String events;

    @BeforeEach
    void a_customer() {
        company = fixtures.aCompany();
        var agent = fixtures.anAgent(company);
        new Portfolio(imports, strategies, fixtures, company)
                .customer("DUP", "Dupont Bâtiment", agent)
                .customer("MOR", "Moreau", agent)
                .owes("DUP", "F-1", "2026-10-20", "6200.00")
                .bringIn();
        token = fixtures.tokenOf(agent);
        stranger = fixtures.tokenOf(fixtures.anAgent(company));
        reader = fixtures.tokenOf(fixtures.aUser(Role.EXECUTIVE, CollectionsRole.NONE, company));
        events = "/customers/" + company.code() + "/DUP/events";
    }

    @Test
    void a_note_with_a_file_is_recorded_and_the_file_comes_back_as_it_was() {
        var answer = send(token, events, "Accusé de réception", "../../a\"r\u200b.pdf", "%PDF-1.4 é");
        assertThat(answer.statusCode()).isEqualTo(201);
        var event = body(answer);
        var file = event.path("attachments").get(0);
        assertThat(file.path("name").asString()).isEqualTo("ar.pdf");
        assertThat(file.path("mediaType").asString()).isEqualTo("application/pdf");

        var path = events + "/" + event.path("id").asString() + "/attachments/"
                + file.path("id").asString();
        var download = get(token, path);
        assertThat(download.statusCode()).isEqualTo(200);
        assertThat(download.body()).isEqualTo("%PDF-1.4 é");
        assertThat(download.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment;")
                .contains("ar.pdf");
        assertThat(download.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(download.headers().allValues("Content-Security-Policy"))
                .containsExactly("sandbox; default-src 'none'");
        assertThat(new Api(port, token).get(events).body().path("items").get(0).path("attachments"))
                .hasSize(1);
    }

    @Test
    void a_file_is_added_to_an_event_that_is_there() {
        var event = new Api(port, token)
                .post(events, "{\"text\":\"Appel\"}")
                .body()
                .path("id")
                .asString();
        assertThat(send(token, events + "/" + event + "/attachments", null, "note.txt", "bonjour")
                        .statusCode())
                .isEqualTo(201);
        assertThat(send(stranger, events + "/" + event + "/attachments", null, "note.txt", "bonjour")
                        .statusCode())
                .isEqualTo(404);
        assertThat(send(reader, events + "/" + event + "/attachments", null, "note.txt", "bonjour")
                        .statusCode())
                .isEqualTo(403);
        var other = "/customers/" + company.code() + "/MOR/events/" + event + "/attachments";
        assertThat(send(token, other, null, "note.txt", "bonjour").statusCode()).isEqualTo(404);
    }

    @Test
    void a_file_of_another_agents_customer_is_not_there() {
        var event = body(send(token, events, "Note", "note.txt", "bonjour"));
        var path = events + "/" + event.path("id").asString() + "/attachments/"
                + event.path("attachments").get(0).path("id").asString();
        assertThat(get(stranger, path).statusCode()).isEqualTo(404);
        assertThat(get(token, path + "0").statusCode()).isEqualTo(404);
    }

    @Test
    void what_may_not_be_attached_is_refused_and_the_note_is_not_written_either() {
        assertThat(send(token, events, "Note", "page.html", "<html>").statusCode())
                .isEqualTo(422);
        assertThat(send(token, events, "Note", "vide.txt", "").statusCode()).isEqualTo(422);
        assertThat(send(token, events, "Note", "gros.txt", "a".repeat((20 << 20) + 1))
                        .statusCode())
                .isEqualTo(422);
        assertThat(new Api(port, token).get(events).body().path("items")).isEmpty();
    }

    private HttpResponse<String> send(String as, String path, @Nullable String text, String name, String content) {
        var form = new StringBuilder();
        if (text != null) {
            form.append(
                    "--%s\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n%s\r\n".formatted(BOUNDARY, text));
        }
        form.append("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
                .formatted(BOUNDARY, name.replace("\"", "\\\"")));
        form.append(content).append("\r\n--").append(BOUNDARY).append("--\r\n");
        return new Http(port)
                .post(
                        "/api/v1" + path,
                        form.toString(),
                        "Authorization",
                        "Bearer " + as,
                        "Content-Type",
                        "multipart/form-data; boundary=" + BOUNDARY + "; charset=UTF-8");
    }

    private HttpResponse<String> get(String as, String path) {
        return new Http(port).get("/api/v1" + path, "Authorization", "Bearer " + as);
    }

    private static JsonNode body(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
