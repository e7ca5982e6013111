package io.encours.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.encours.platform.EncoursSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Q3 rules of passwords")
class PasswordRulesTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            elevensigns            , identity.password.tooShort
            twelve signs           , -
            Alix Longuenom-Durand  , identity.password.name
            alixlonguenomdurand42! , identity.password.name
            alix.longuenom.durand  , identity.password.name
            durand alix longuenom  , -
            Alix Longuenom et moi  , -
            """)
    void length_counts_and_the_own_name_does_not(String password, @Nullable String refusal) {
        var rules = rules(null);

        assertThat(rules.refusal(
                                password,
                                "alix.longuenom.durand",
                                "Alix Longuenom-Durand",
                                "alix.longuenom.durand@example.com")
                        .orElse(null))
                .isEqualTo(refusal);
    }

    @Test
    void a_password_of_a_thousand_signs_is_taken_whole_and_a_longer_one_refused() {
        assertThat(rules(null).refusal("x".repeat(1000), "a", "b", null)).isEmpty();
        assertThat(rules(null).refusal("x".repeat(1001), "a", "b", null)).contains("identity.password.tooLong");
    }

    @Test
    void every_password_of_the_list_is_found_and_no_other(@TempDir Path folder) throws IOException {
        var breached =
                IntStream.range(0, 500).mapToObj(n -> "breached password " + n).toList();
        var rules = rules(list(folder.resolve("list.txt"), breached.stream()));

        assertThat(breached)
                .allSatisfy(password ->
                        assertThat(rules.refusal(password, "a", "b", null)).contains("identity.password.breached"));
        assertThat(IntStream.range(500, 1000).mapToObj(n -> "breached password " + n))
                .allSatisfy(password ->
                        assertThat(rules.refusal(password, "a", "b", null)).isEmpty());
    }

    @Test
    void an_empty_list_and_a_list_of_one_are_lists(@TempDir Path folder) throws IOException {
        var empty = rules(list(folder.resolve("empty.txt"), Stream.of()));
        var one = rules(list(folder.resolve("one.txt"), Stream.of("the only password")));

        assertThat(empty.refusal("the only password", "a", "b", null)).isEmpty();
        assertThat(one.refusal("the only password", "a", "b", null)).isPresent();
        assertThat(one.refusal("another password", "a", "b", null)).isEmpty();
    }

    @Test
    void a_list_that_is_not_there_stops_the_start(@TempDir Path folder) {
        assertThatThrownBy(() -> rules(folder.resolve("nowhere.txt"))).hasMessageContaining("nowhere.txt");
    }

    /// As it is published: sorted by hash, with how often each was seen, lines of different length.
    private static Path list(Path file, Stream<String> passwords) throws IOException {
        var lines = passwords
                .map(password -> sha1(password) + ":" + password.hashCode() % 1000 * password.length())
                .sorted()
                .collect(Collectors.joining("\r\n"));
        return Files.writeString(file, lines);
    }

    private static String sha1(String text) {
        try {
            var digest = java.security.MessageDigest.getInstance("SHA-1")
                    .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return java.util.HexFormat.of().withUpperCase().formatHex(digest);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PasswordRules rules(@Nullable Path list) {
        return new PasswordRules(new EncoursSettings(
                8080, Path.of("data"), null, null, null, null, null, null, null, null, list, false));
    }
}
