package io.encours.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.platform.EncoursSettings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

@DisplayName("Q3 passkeys belong to the address of the installation")
class RelyingPartyTest {

    @ParameterizedTest
    @CsvSource({
        "https://encours.example.com,        https://encours.example.com,      encours.example.com",
        "https://encours.example.com/,       https://encours.example.com,      encours.example.com",
        "https://encours.example.com:443,    https://encours.example.com,      encours.example.com",
        "https://encours.example.com:8443/x, https://encours.example.com:8443, encours.example.com",
        "http://localhost:8080,              http://localhost:8080,            localhost"
    })
    void origin_and_host_follow_the_base_url(String baseUrl, String origin, String host) {
        var party = party(baseUrl);

        assertThat(party.origin()).isEqualTo(origin);
        assertThat(party.id()).isEqualTo(host);
    }

    @Test
    void without_a_base_url_it_is_this_machine_and_the_port_that_is_open() {
        assertThat(party(null).origin()).isEqualTo("http://localhost:18080");
    }

    private static RelyingParty party(@Nullable String baseUrl) {
        var settings = new EncoursSettings(
                8080, Path.of("data"), null, null, null, null, null, null, baseUrl, null, null, false);
        return new RelyingParty(settings, new MockEnvironment().withProperty("local.server.port", "18080"));
    }
}
