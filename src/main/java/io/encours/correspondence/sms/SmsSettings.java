package io.encours.correspondence.sms;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How short messages go out (environment).
///
/// @param smppUrl `ENCOURS_SMPP_URL`, `smpp://user:password@host:port`, `smpps` with TLS; null: not by SMPP
/// @param smsUrl `ENCOURS_SMS_URL`, where a provider takes messages by HTTP; null: not by HTTP
/// @param smsSecret `ENCOURS_SMS_SECRET`, what both sign with
/// @param smsSender `ENCOURS_SMS_SENDER`, of companies that set none
@ConfigurationProperties("encours")
record SmsSettings(
        @Nullable String smppUrl,
        @Nullable String smsUrl,
        @Nullable String smsSecret,
        @DefaultValue("ENCOURS") String smsSender) {

    private static final int SHORTEST_SECRET = 16;

    /// @throws IllegalStateException when messages go by HTTP and nothing was set to sign them with
    String secret() {
        if (smsSecret == null || smsSecret.length() < SHORTEST_SECRET) {
            throw new IllegalStateException("ENCOURS_SMS_URL needs ENCOURS_SMS_SECRET of at least 16 characters");
        }
        return smsSecret;
    }

    @Override
    public String toString() {
        return "SmsSettings[]";
    }
}
