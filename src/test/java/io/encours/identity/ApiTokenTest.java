package io.encours.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.testing.IntegrationTest;
import io.encours.testing.TestSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
class ApiTokenTest {

    @LocalServerPort
    private int port;

    @Test
    void without_a_token_the_api_answers_401_with_problem_details() throws Exception {
        var answer = get("/api/v1/anything", null);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    }

    @Test
    void the_token_of_the_environment_speaks_for_the_administrator() throws Exception {
        assertThat(get("/api/v1/anything", TestSettings.API_TOKEN).statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> get(String path, @org.jspecify.annotations.Nullable String token)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
