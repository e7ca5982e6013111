package io.encours.platform.mail;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What `ENCOURS_SMTP_URL` says: `smtp://user:password@host:port?starttls=required&from=no-reply@…`; `smtps`
/// begins with TLS. Without a word about it, STARTTLS is used when the server offers it, and insisted on when a
/// password would otherwise cross a network in the clear.
///
/// @param user null: no authentication
/// @param from sender of what has no other; null: none
record SmtpAddress(
        String host,
        int port,
        boolean tls,
        StartTls startTls,
        @Nullable String user,
        @Nullable String password,
        @Nullable MailAddress from) {

    enum StartTls {
        OFF,
        OFFERED,
        REQUIRED
    }

    private static final int SUBMISSION = 587;
    private static final int SUBMISSIONS = 465;
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    /// @throws IllegalArgumentException when it is not written like that; the password is not told
    static SmtpAddress parse(String url) {
        var address = uri(url);
        var tls = "smtps".equals(address.getScheme());
        if ((!tls && !"smtp".equals(address.getScheme())) || address.getHost() == null) {
            throw wrong();
        }
        var login = Optional.ofNullable(address.getRawUserInfo()).orElse("").split(":", 2);
        var user = login[0].isEmpty() ? null : decoded(login[0]);
        var query = query(address.getRawQuery());
        var from = MailAddress.parse(query.get("from"))
                .or(() -> MailAddress.parse(user))
                .orElse(null);
        var port = address.getPort() >= 0 ? address.getPort() : tls ? SUBMISSIONS : SUBMISSION;
        return new SmtpAddress(
                address.getHost(),
                port,
                tls,
                startTls(query.get("starttls"), user != null && !HERE.contains(address.getHost())),
                user,
                login.length < 2 ? null : decoded(login[1]),
                from);
    }

    private static StartTls startTls(@Nullable String wanted, boolean passwordCrossesNetwork) {
        return switch (wanted) {
            case null -> passwordCrossesNetwork ? StartTls.REQUIRED : StartTls.OFFERED;
            case "off" -> StartTls.OFF;
            case "offered" -> StartTls.OFFERED;
            case "required" -> StartTls.REQUIRED;
            default -> throw wrong();
        };
    }

    private static URI uri(String url) {
        try {
            return new URI(url.strip());
        } catch (URISyntaxException e) {
            throw wrong(); // its message would tell the password
        }
    }

    private static IllegalArgumentException wrong() {
        return new IllegalArgumentException(
                "ENCOURS_SMTP_URL is not smtp://user:password@host:port or smtps://… [?starttls=off|offered|required&from=address]");
    }

    private static Map<String, String> query(@Nullable String query) {
        var values = new HashMap<String, String>();
        Arrays.stream(query == null ? new String[0] : query.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> values.put(pair[0], decoded(pair[1])));
        return values;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /// Without user and password.
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
