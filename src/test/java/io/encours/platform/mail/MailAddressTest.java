package io.encours.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A1 addresses: only what can stand in an envelope")
class MailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "compta@client.example, compta@client.example",
        "' Compta.Fournisseurs+a@Client.example ', Compta.Fournisseurs+a@Client.example",
        "info@bücher.example, info@xn--bcher-kva.example",
    })
    void an_address_is_kept_in_ASCII(String typed, String kept) {
        assertThat(MailAddress.parse(typed).map(MailAddress::value)).contains(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "compta",
                "@client.example",
                "compta@client",
                "a b@client.example",
                "a@client.example, b@client.example",
                "Nom <a@client.example>",
                "a@client.example\r\nBcc: b@client.example",
                "\"a\"@client.example",
                "a..b@client.example",
                "a@-client.example",
                "a@192.168.0.1"
            })
    void what_is_none_is_refused(String typed) {
        assertThat(MailAddress.parse(typed)).isEmpty();
    }

    @Test
    void a_password_does_not_cross_a_network_in_the_clear() {
        assertThat(SmtpAddress.parse("smtp://u:p@smtp.example.com").startTls())
                .isEqualTo(SmtpAddress.StartTls.REQUIRED);
        assertThat(SmtpAddress.parse("smtp://smtp.example.com:25").startTls()).isEqualTo(SmtpAddress.StartTls.OFFERED);
        assertThat(SmtpAddress.parse("smtps://u%40x.example:p%2B@smtp.example.com"))
                .isEqualTo(new SmtpAddress(
                        "smtp.example.com",
                        465,
                        true,
                        SmtpAddress.StartTls.REQUIRED,
                        "u@x.example",
                        "p+",
                        new MailAddress("u@x.example")));
        assertThatThrownBy(() -> SmtpAddress.parse("http://user:secret@smtp.example.com"))
                .hasMessageNotContaining("secret");
    }
}
