package io.encours.bench;

import io.encours.identity.Users;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Asks for pages as a browser does, signed in as the administrator.
final class Browser implements AutoCloseable {

    private static final String PASSWORD = "bench on a throw-away database";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final String address;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    private Browser(String address) {
        this.address = address;
    }

    static Browser signedIn(Bed bed) throws IOException, InterruptedException {
        var administrator = bed.administrator();
        bed.bean(Users.class).setPassword(administrator.id(), PASSWORD);
        var browser = new Browser(bed.address());
        var csrf = CSRF.matcher(browser.get("/sign-in"));
        if (!csrf.find()) {
            throw new IllegalStateException("The sign-in page has no form");
        }
        browser.post(
                "/sign-in",
                "login=%s&password=%s&_csrf=%s"
                        .formatted(
                                administrator.login(),
                                URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8),
                                URLEncoder.encode(csrf.group(1), StandardCharsets.UTF_8)));
        return browser;
    }

    /// @return the page
    String get(String path) throws IOException, InterruptedException {
        return body(HttpRequest.newBuilder(URI.create(address + path)).GET().build());
    }

    private void post(String path, String form) throws IOException, InterruptedException {
        body(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    private String body(HttpRequest request) throws IOException, InterruptedException {
        var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("%s answers %d".formatted(request.uri(), answer.statusCode()));
        }
        return answer.body();
    }

    @Override
    public void close() {
        client.close();
    }
}
