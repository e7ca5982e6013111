package io.encours.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.testing.Http;
import io.encours.testing.IntegrationTest;
import io.encours.testing.TestSettings;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
@DisplayName("I4 Idempotency-Key on POST")
class IdempotencyTest {

    @LocalServerPort
    private int port;

    private String key;
    private String code;

    @BeforeEach
    void prepare() {
        key = UUID.randomUUID().toString();
        code = "I" + key.substring(0, 8);
    }

    @Test
    void the_same_request_is_done_once_and_answered_alike() {
        var first = create(key, code, "Exemple");
        var again = create(key, code, "Exemple");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
    }

    @Test
    void the_key_of_another_request_is_refused() {
        create(key, code, "Exemple");

        assertThat(create(key, code + "2", "Exemple").statusCode()).isEqualTo(422);
    }

    @Test
    void a_refused_request_may_be_corrected_and_sent_again_with_its_key() {
        assertThat(create(key, "not a code", "Exemple").statusCode()).isEqualTo(422);
        assertThat(create(key, code, "Exemple").statusCode()).isEqualTo(201);
    }

    @Test
    void a_secret_is_not_kept_and_not_said_again() {
        assertThat(token().statusCode()).isEqualTo(201);
        assertThat(token().statusCode()).isEqualTo(409);
    }

    @Test
    void of_many_at_once_one_is_done() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<HttpResponse<String>> create = () -> create(key, code, "Exemple");
            var answers =
                    threads.invokeAll(Stream.generate(() -> create).limit(8).toList());

            for (var answer : answers) {
                assertThat(answer.get().statusCode()).isIn(201, 409);
                assertThat(answer.get().body()).doesNotContain("codeTaken");
            }
        }
        assertThat(create(key, code, "Exemple").statusCode()).isEqualTo(201);
    }

    @Test
    void a_key_too_long_is_unreadable() {
        assertThat(create("x".repeat(256), code, "Exemple").statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> create(String idempotencyKey, String companyCode, String name) {
        return post(
                "/api/v1/companies", "{\"code\":\"%s\",\"name\":\"%s\"}".formatted(companyCode, name), idempotencyKey);
    }

    private HttpResponse<String> token() {
        return post("/api/v1/users/admin/tokens", "{\"scopes\":[\"read\"]}", key);
    }

    private HttpResponse<String> post(String path, String body, String idempotencyKey) {
        return new Http(port)
                .post(
                        path,
                        body,
                        "Authorization",
                        "Bearer " + TestSettings.API_TOKEN,
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        idempotencyKey);
    }
}
