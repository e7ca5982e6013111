package io.encours.correspondence.sms;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/// A message centre and who we are there.
record SmppAddress(String host, int port, String systemId, String password, boolean tls) {

    private static final int USUAL_PORT = 2775;
    private static final int USUAL_TLS_PORT = 3550;

    /// @param url `smpp://user:password@host:port` or `smpps://…`; signs of the password percent-encoded
    static SmppAddress of(String url) {
        var uri = URI.create(url.strip());
        var tls = "smpps".equals(uri.getScheme());
        if (uri.getHost() == null || !(tls || "smpp".equals(uri.getScheme()))) {
            throw new IllegalArgumentException("ENCOURS_SMPP_URL is not of the form smpp://user:password@host:port");
        }
        var who = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
        var colon = who.indexOf(':');
        return new SmppAddress(
                uri.getHost(),
                uri.getPort() > 0 ? uri.getPort() : tls ? USUAL_TLS_PORT : USUAL_PORT,
                decoded(colon < 0 ? who : who.substring(0, colon)),
                colon < 0 ? "" : decoded(who.substring(colon + 1)),
                tls);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /// Without the password.
    @Override
    public String toString() {
        return (tls ? "smpps://" : "smpp://") + systemId + "@" + host + ":" + port;
    }
}
