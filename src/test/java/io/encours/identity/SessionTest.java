package io.encours.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.testing.Fixtures;
import io.encours.testing.Http;
import io.encours.testing.IntegrationTest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
@DisplayName("Q3 sessions")
class SessionTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Users users;

    private Http http;

    @BeforeEach
    void openAWindow() {
        http = new Http(port);
    }

    @Test
    void without_a_session_a_page_leads_to_the_sign_in() {
        assertThat(leadsTo(http.get("/"))).endsWith("/sign-in");
    }

    @Test
    void signing_in_renews_the_session() {
        http.get("/sign-in");
        var before = http.session();

        signIn(fixtures.anAgent(fixtures.aCompany()));

        assertThat(before).isNotEmpty();
        assertThat(http.session()).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    void a_forged_sign_in_is_refused() {
        var user = fixtures.anAgent(fixtures.aCompany());

        var answer = http.form("/sign-in", Map.of("login", user.login(), "password", Fixtures.passwordOf(user)));

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void a_forged_request_of_a_signed_in_person_is_refused() {
        signIn(fixtures.anAgent(fixtures.aCompany()));

        assertThat(http.form("/language", Map.of("language", "en")).statusCode())
                .isEqualTo(403);
        assertThat(http.form("/sign-out", Map.of()).statusCode()).isEqualTo(403);
    }

    @Test
    void whoever_is_no_longer_active_is_signed_out_at_once() {
        var user = fixtures.anAgent(fixtures.aCompany());
        signIn(user);
        assertThat(http.get("/").statusCode()).isEqualTo(200);

        users.change(user.login(), changes(user.role(), user.collectionsRole(), false));

        assertThat(leadsTo(http.get("/"))).endsWith("/sign-in");
        assertThat(leadsTo(http.signIn(user.login(), Fixtures.passwordOf(user))))
                .endsWith("/sign-in?failed");
    }

    @Test
    void a_session_does_not_come_back_to_life_with_its_user() {
        var user = fixtures.anAgent(fixtures.aCompany());
        signIn(user);
        assertThat(http.get("/").statusCode()).isEqualTo(200);

        users.change(user.login(), changes(user.role(), user.collectionsRole(), false));
        users.change(user.login(), changes(user.role(), user.collectionsRole(), true));

        assertThat(leadsTo(http.get("/"))).endsWith("/sign-in");
        signIn(user);
        assertThat(http.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void a_reset_password_ends_the_sessions_and_is_no_longer_taken() {
        var user = fixtures.anAgent(fixtures.aCompany());
        signIn(user);
        assertThat(http.get("/").statusCode()).isEqualTo(200);

        users.resetPassword(user.id());

        assertThat(leadsTo(http.get("/"))).endsWith("/sign-in");
        assertThat(leadsTo(http.signIn(user.login(), Fixtures.passwordOf(user))))
                .endsWith("/sign-in?failed");
    }

    @Test
    void a_changed_role_counts_from_the_next_request_on() {
        var user = fixtures.anAgent(fixtures.aCompany());
        signIn(user);
        assertThat(http.get("/supervisor").statusCode()).isNotEqualTo(403);

        users.change(user.login(), changes(Role.GUEST, CollectionsRole.NONE, true));

        assertThat(http.get("/supervisor").statusCode()).isEqualTo(403);
    }

    @Test
    void an_executive_only_reads() {
        var user = fixtures.aUser(Role.EXECUTIVE, CollectionsRole.MANAGER, fixtures.aCompany());
        var token = fixtures.tokenOf(user);

        var read = http.get("/api/v1/companies", "Authorization", "Bearer " + token);
        var write = http.post(
                "/api/v1/planning-runs", "{}", "Authorization", "Bearer " + token, "Content-Type", "application/json");

        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(write.statusCode()).isEqualTo(403);
    }

    @Test
    void signing_out_ends_the_session() {
        signIn(fixtures.anAgent(fixtures.aCompany()));

        http.form("/sign-out", Map.of("_csrf", http.csrf("/")));

        assertThat(leadsTo(http.get("/"))).endsWith("/sign-in");
    }

    @Test
    void pages_and_api_refuse_to_be_framed_and_run_no_foreign_script() {
        var headers = http.get("/sign-in").headers();

        assertThat(headers.firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'self'", "frame-ancestors 'none'")
                        .doesNotContain("unsafe-eval"));
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    private void signIn(SignedIn user) {
        assertThat(leadsTo(http.signIn(user.login(), Fixtures.passwordOf(user))))
                .doesNotContain("failed");
    }

    private static Users.Changes changes(Role role, CollectionsRole collectionsRole, boolean active) {
        return new Users.Changes("Personne", null, "fr", role, collectionsRole, active);
    }

    private static String leadsTo(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
