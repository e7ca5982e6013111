package io.encours.webhook;

import io.encours.webhook.HookAddress.Open;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/// Sends one body, to the very machines that were checked: the name is not looked up again, so that nobody can
/// answer differently between the check and the connection. The certificate is still that of the name.
/// Redirects are not followed, no proxy is asked, nothing is tried twice.
final class HookSender {

    private static final int MOST_OF_AN_ANSWER = 65_536;

    /// @param body its beginning
    record Answer(int status, String body) {}

    private final Duration patience;

    /// @param patience for the connection and for each silence of the receiver; twice as long for all together
    HookSender(Duration patience) {
        this.patience = patience;
    }

    /// @throws IOException when there is no answer
    Answer post(Open address, Map<String, String> headers, String body) throws IOException {
        var timeout = Timeout.of(patience);
        var operator = new DefaultHttpClientConnectionOperator(
                null,
                new Checked(address),
                RegistryBuilder.<org.apache.hc.client5.http.ssl.TlsSocketStrategy>create()
                        .register(URIScheme.HTTPS.id, DefaultClientTlsStrategy.createSystemDefault())
                        .build());
        try (var connections = new BasicHttpClientConnectionManager(operator, null)) {
            connections.setSocketConfig(
                    SocketConfig.custom().setSoTimeout(timeout).build());
            connections.setConnectionConfig(ConnectionConfig.custom()
                    .setConnectTimeout(timeout)
                    .setSocketTimeout(timeout)
                    .build());
            try (var client = HttpClients.custom()
                    .setConnectionManager(connections)
                    .setDefaultRequestConfig(RequestConfig.custom()
                            .setRedirectsEnabled(false)
                            .setResponseTimeout(timeout)
                            .build())
                    .disableRedirectHandling()
                    .disableAutomaticRetries()
                    .disableContentCompression()
                    .disableCookieManagement()
                    .disableAuthCaching()
                    .build()) {
                var request = new HttpPost(address.uri());
                headers.forEach(request::setHeader);
                request.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
                var end = CompletableFuture.runAsync(
                        request::cancel,
                        CompletableFuture.delayedExecutor(2 * patience.toMillis(), TimeUnit.MILLISECONDS));
                try {
                    return client.execute(
                            request, answer -> new Answer(answer.getCode(), beginning(answer.getEntity())));
                } finally {
                    end.cancel(false);
                }
            }
        }
    }

    private static String beginning(@Nullable HttpEntity entity) throws IOException {
        if (entity == null) {
            return "";
        }
        var kept = new ByteArrayOutputStream();
        try (var content = entity.getContent()) {
            kept.writeBytes(content.readNBytes(MOST_OF_AN_ANSWER));
            if (content.read() >= 0) {
                throw new IOException("The answer is too long");
            }
        }
        return kept.toString(StandardCharsets.UTF_8);
    }

    /// Knows one name.
    private record Checked(Open address) implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            if (!bare(host).equalsIgnoreCase(bare(address.uri().getHost()))) {
                throw new UnknownHostException(host);
            }
            return address.machines().toArray(InetAddress[]::new);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }

        private static String bare(String host) {
            return host.replaceAll("[\\[\\]]", "");
        }
    }
}
