package io.encours.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.testing.Fixtures;
import io.encours.testing.Http;
import io.encours.testing.IntegrationTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
@DisplayName("Q3 lock-out and limit of sign-in attempts")
class SignInLockTest {

    private static final AtomicInteger ADDRESS = new AtomicInteger();

    @LocalServerPort
    private int port;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Users users;

    @Autowired
    private SignInLocks locks;

    @Autowired
    private DSLContext db;

    private Http http;
    private String address;
    private SignedIn user;

    @BeforeEach
    void prepare() {
        http = new Http(port);
        address = anAddress();
        user = fixtures.anAgent(fixtures.aCompany());
    }

    @Test
    void ten_failures_lock_a_login_even_for_the_right_password() {
        for (var n = 0; n < 10; n++) {
            assertThat(signIn(user.login(), "wrong")).endsWith("?failed");
        }

        assertThat(signIn(user.login(), Fixtures.passwordOf(user))).endsWith("?locked");
        assertThat(http.get("/sign-in?locked").body()).contains("bloqué pour quinze minutes");
        assertThat(locks.locked(List.of(users.find(user.login()).orElseThrow())))
                .hasSize(1);
    }

    @Test
    void a_login_nobody_has_is_locked_alike() {
        for (var n = 0; n < 10; n++) {
            assertThat(signIn("nobody-" + user.login(), "wrong")).endsWith("?failed");
        }

        assertThat(signIn("nobody-" + user.login(), "wrong")).endsWith("?locked");
    }

    @Test
    void an_administrator_unlocks_at_once() {
        for (var n = 0; n < 11; n++) {
            signIn(user.login(), "wrong");
        }

        locks.unlock(users.find(user.login()).orElseThrow());

        assertThat(signIn(user.login(), Fixtures.passwordOf(user))).endsWith("/");
    }

    @Test
    void the_lock_ends_by_itself() {
        for (var n = 0; n < 11; n++) {
            signIn(user.login(), "wrong");
        }
        db.execute(
                "update identity.sign_in_failure set last_at = last_at - interval '16 minutes' where value = ?",
                user.login());

        assertThat(signIn(user.login(), Fixtures.passwordOf(user))).endsWith("/");
    }

    @Test
    void a_success_forgets_the_failures_before() {
        for (var round = 0; round < 3; round++) {
            for (var n = 0; n < 6; n++) {
                signIn(user.login(), "wrong");
            }
            assertThat(signIn(user.login(), Fixtures.passwordOf(user))).endsWith("/");
            http = new Http(port);
        }
    }

    @Test
    void forty_failures_stop_an_address_and_no_other() {
        for (var n = 0; n < 40; n++) {
            assertThat(signIn("guess-" + n + "-" + user.login(), "wrong")).endsWith("?failed");
        }

        assertThat(signIn(user.login(), Fixtures.passwordOf(user))).endsWith("?limited");
        address = anAddress();
        assertThat(signIn(user.login(), Fixtures.passwordOf(user))).endsWith("/");
    }

    private String signIn(String login, String password) {
        var form = Map.of("login", login, "password", password, "_csrf", http.csrf("/sign-in"));
        var body = new StringBuilder();
        form.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8)));
        var answer = http.post(
                "/sign-in",
                body.toString(),
                "Content-Type",
                "application/x-www-form-urlencoded",
                "X-Forwarded-For",
                address);
        return answer.headers().firstValue("Location").orElse("");
    }

    private static String anAddress() {
        return "203.0.113." + ADDRESS.incrementAndGet();
    }
}
