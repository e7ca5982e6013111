package io.encours.platform.command;

import java.io.FileNotFoundException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An application that is running, reached over HTTP with the address and token it left in its data folder.
public final class RunningServer implements AutoCloseable {

    /// Name of the file in the data folder, of mode 600.
    public static final String FILE = "server.json";

    private static final JsonMapper JSON = new JsonMapper();

    /// Content of the file.
    public record Access(String address, String token, long pid) {}

    /// What the server answered; the body is null when it is not JSON.
    public record Answer(int status, @Nullable JsonNode body) {

        public boolean isDone() {
            return status < 300;
        }

        /// The sentence of the problem details, with each wrong field.
        public String refusal() {
            if (body == null) {
                return "HTTP " + status;
            }
            var text = new StringBuilder(body.path("detail").asString(""));
            body.path("errors")
                    .forEach(error -> text.append("\n  ")
                            .append(error.path("field").asString(""))
                            .append(": ")
                            .append(error.path("message").asString("")));
            return text.toString();
        }
    }

    private final Access access;
    private final Locale locale;
    private final HttpClient client = HttpClient.newHttpClient();
    private final @Nullable ConfigurableApplicationContext ours;

    private RunningServer(Access access, Locale locale, @Nullable ConfigurableApplicationContext ours) {
        this.access = access;
        this.locale = locale;
        this.ours = ours;
    }

    /// Empty when no application is running on the folder; a file left by one that was killed is no proof.
    static Optional<RunningServer> find(Path data, Locale locale) {
        try {
            var access = JSON.readValue(Files.readString(data.resolve(FILE)), Access.class);
            var server = new RunningServer(access, locale, null);
            return server.get("/api/v1/companies?limit=1").isDone() ? Optional.of(server) : Optional.empty();
        } catch (NoSuchFileException | FileNotFoundException | ConnectException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    RunningServer closing(ConfigurableApplicationContext application) {
        return new RunningServer(access, locale, application);
    }

    /// @param path with its query, `/api/v1/imports/12`
    public Answer get(String path) throws IOException {
        return send(request(path).GET().build());
    }

    /// Streams what the server answers.
    ///
    /// @throws IOException with the sentence of the server when it refuses
    public void download(String path, OutputStream target) throws IOException {
        var request = request(path).timeout(Duration.ofDays(1)).GET().build();
        try {
            var response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (var body = response.body()) {
                if (response.statusCode() >= 300) {
                    throw new IOException(new Answer(response.statusCode(), JSON.readTree(body)).refusal());
                }
                body.transferTo(target);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    public Answer post(String path, JsonNode body) throws IOException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
    }

    /// Sends a file as a form, streamed.
    ///
    /// @param fields of the form beside the file, which is called `file`
    /// @param sent told the share that is on its way, in percent
    public Answer post(String path, Map<String, String> fields, Path file, IntConsumer sent) throws IOException {
        var boundary = "encours-" + UUID.randomUUID();
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(form(fields, file, boundary, sent))
                .build());
    }

    @Override
    public void close() {
        client.close();
        if (ours != null) {
            ours.close();
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(access.address() + path))
                .timeout(Duration.ofMinutes(10))
                .header("Accept-Language", locale.getLanguage())
                .header("Authorization", "Bearer " + access.token());
    }

    private Answer send(HttpRequest request) throws IOException {
        try {
            var response = client.send(request, HttpResponse.BodyHandlers.ofString());
            var json = response.headers()
                    .firstValue("Content-Type")
                    .filter(type -> type.contains("json"))
                    .isPresent();
            return new Answer(response.statusCode(), json ? JSON.readTree(response.body()) : null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static BodyPublisher form(Map<String, String> fields, Path file, String boundary, IntConsumer sent)
            throws IOException {
        var head = new StringBuilder();
        fields.forEach((name, value) -> head.append(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(boundary, name, value)));
        head.append("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
                .formatted(boundary, file.getFileName().toString().replaceAll("[\"\r\n]", "_")));
        return BodyPublishers.concat(
                BodyPublishers.ofString(head.toString()),
                content(file, sent),
                BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
    }

    private static BodyPublisher content(Path file, IntConsumer sent) throws IOException {
        var size = Files.size(file);
        if (size == 0) {
            return BodyPublishers.noBody();
        }
        return BodyPublishers.fromPublisher(
                BodyPublishers.ofInputStream(() -> {
                    try {
                        return new Told(Files.newInputStream(file), size, sent);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }),
                size);
    }

    /// Tells how much of it has been read.
    private static final class Told extends FilterInputStream {

        private final long size;
        private final IntConsumer sent;
        private long read;

        Told(InputStream in, long size, IntConsumer sent) {
            super(in);
            this.size = Math.max(size, 1);
            this.sent = sent;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            var more = super.read(target, offset, length);
            if (more > 0) {
                read += more;
                sent.accept((int) (read * 100 / size));
            }
            return more;
        }
    }
}
