package io.encours.correspondence.sms;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How short messages go out (environment).
///
/// @param smppUrl `ENCOURS_SMPP_URL`, `smpp://user:password@host:port`, `smpps` with TLS; null: not by SMPP
/// @param smsUrl `ENCOURS_SMS_URL`, where a provider takes messages by HTTP; null: not by HTTP
/// @param smsSecret `ENCOURS_SMS_SECRET`, what both sign with
/// @param smsSecrets `ENCOURS_SMS_SECRETS`, `CODE=secret` of companies with an account of their own, apart by
///     blanks
/// @param smsSender `ENCOURS_SMS_SENDER`, of companies that set none
@ConfigurationProperties("encours")
record SmsSettings(
        @Nullable String smppUrl,
        @Nullable String smsUrl,
        @Nullable String smsSecret,
        @Nullable String smsSecrets,
        @DefaultValue("ENCOURS") String smsSender) {

    private static final int SHORTEST_SECRET = 16;

    /// Refuses to start with what could be guessed, or with nothing where messages go by HTTP.
    SmsSettings {
        if (smsUrl != null && smppUrl == null && smsSecret == null && smsSecrets == null) {
            throw new IllegalStateException("ENCOURS_SMS_URL needs ENCOURS_SMS_SECRET of at least 16 characters");
        }
        if (smsSecret != null && smsSecret.length() < SHORTEST_SECRET) {
            throw new IllegalStateException("ENCOURS_SMS_SECRET has fewer than 16 characters");
        }
    }

    /// By the code of the company.
    ///
    /// @throws IllegalStateException when they cannot be read, or one could be guessed
    Map<String, String> ownSecrets() {
        var found = new HashMap<String, String>();
        if (smsSecrets != null) {
            Arrays.stream(smsSecrets.strip().split("\\s+", -1)).forEach(each -> {
                var at = each.indexOf('=');
                if (at < 1 || each.length() - at - 1 < SHORTEST_SECRET) {
                    throw new IllegalStateException(
                            "ENCOURS_SMS_SECRETS is CODE=secret, apart by blanks, each secret of at least 16 characters");
                }
                found.put(each.substring(0, at), each.substring(at + 1));
            });
        }
        return found;
    }

    @Override
    public String toString() {
        return "SmsSettings[]";
    }
}
