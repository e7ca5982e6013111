package io.encours.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.testing.IntegrationTest;
import io.encours.testing.TestSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
@DisplayName("Q6: a request has an id; health, measures and logs")
class RequestIdTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Test
    void the_id_of_the_caller_comes_back_and_is_in_the_problem() throws Exception {
        var answer = get("/api/v1/customers/NOWHERE/1", "trace-1234.abc", TestSettings.API_TOKEN);

        assertThat(answer.headers().firstValue("X-Request-Id")).contains("trace-1234.abc");
        assertThat(answer.body()).contains("\"requestId\":\"trace-1234.abc\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "with space in it", "<script>alert(1)</script>", "a\"b{}\\cdefgh"})
    void what_is_no_id_is_replaced(String given) throws Exception {
        var id = get("/sign-in", given, "").headers().firstValue("X-Request-Id").orElseThrow();

        assertThat(id).isNotEqualTo(given).matches("[0-9a-f-]{36}");
    }

    @Test
    void refusals_before_any_controller_say_it_too() throws Exception {
        assertThat(get("/api/v1/customers", "refused-0001", "wrong").body()).contains("refused-0001");
        assertThat(get("/error", "page-0001", "").body()).contains("page-0001");
    }

    @Test
    void liveness_and_readiness_are_told_to_anybody_and_nothing_else_is() throws Exception {
        for (var path : new String[] {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"}) {
            var answer = get(path, "health-00", "");

            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.body()).contains("\"status\":\"UP\"").doesNotContain("database", "path");
        }
        assertThat(get("/actuator/env", "health-00", TestSettings.API_TOKEN).statusCode())
                .isIn(302, 401, 404);
    }

    @Test
    void measures_are_for_administrators() throws Exception {
        assertThat(get("/actuator/prometheus", "measures-1", "").statusCode()).isEqualTo(401);

        var measures = get("/actuator/prometheus", "measures-1", TestSettings.API_TOKEN);

        assertThat(measures.statusCode()).isEqualTo(200);
        assertThat(measures.body())
                .contains(
                        "encours_import_waiting",
                        "hikaricp_connections_active",
                        "http_server_requests_seconds",
                        "jvm_memory_used_bytes");
    }

    private HttpResponse<String> get(String path, String id, String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("X-Request-Id", id)
                .header("Accept", "application/json, text/html;q=0.5, text/plain;q=0.1");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return CLIENT.send(request.GET().build(), BodyHandlers.ofString());
    }
}
