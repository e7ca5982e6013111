package io.encours.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/// A mail server on this machine. What it does with a message is said by the name of the recipient: `refused@…` and
/// `later@…` are answered with 550 and 451, after `silent@…` it takes the message and hangs up without an answer.
public final class SmtpPeer implements AutoCloseable {

    private final ServerSocket server;
    private final IntSupplier stall;
    private final Map<String, AtomicInteger> taken = new ConcurrentHashMap<>();
    private final List<String> messages = new CopyOnWriteArrayList<>();

    /// @param stall milliseconds it thinks before each answer
    public SmtpPeer(IntSupplier stall) {
        this.stall = stall;
        try {
            server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public String url() {
        return "smtp://127.0.0.1:" + server.getLocalPort() + "?starttls=off&from=noreply@example.com";
    }

    /// How often it has taken the message to this address.
    public int taken(String recipient) {
        var count = taken.get(recipient);
        return count == null ? 0 : count.get();
    }

    /// As they came.
    public List<String> messages() {
        return messages;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                var in = new BufferedInputStream(client.getInputStream())) {
            answer(client, "220 peer ready");
            var recipient = "";
            for (var line = line(in); line != null; line = line(in)) {
                var command = line.length() < 4 ? line : line.substring(0, 4).toUpperCase(java.util.Locale.ROOT);
                switch (command) {
                    case "EHLO", "HELO" -> answer(client, "250 peer");
                    case "RCPT" -> {
                        recipient = line.replaceAll(".*<(.*)>.*", "$1");
                        answer(client, answerTo(recipient));
                    }
                    case "DATA" -> {
                        answer(client, "354 go on");
                        var text = read(in);
                        if (text == null) {
                            return; // not complete: thrown away
                        }
                        pause();
                        taken.computeIfAbsent(recipient, name -> new AtomicInteger())
                                .incrementAndGet();
                        messages.add(text);
                        if (recipient.startsWith("silent")) {
                            return;
                        }
                        answer(client, "250 2.0.0 Ok: queued as 42");
                    }
                    case "QUIT" -> {
                        answer(client, "221 bye");
                        return;
                    }
                    default -> answer(client, "250 ok");
                }
            }
        } catch (IOException e) {
            // the client is gone
        }
    }

    private static String answerTo(String recipient) {
        if (recipient.startsWith("refused")) {
            return "550 5.1.1 no such user";
        }
        return recipient.startsWith("later") ? "451 4.3.0 come back later" : "250 ok";
    }

    private static @org.jspecify.annotations.Nullable String read(InputStream in) throws IOException {
        var text = new StringBuilder();
        for (var line = line(in); line != null; line = line(in)) {
            if (line.equals(".")) {
                return text.toString();
            }
            text.append(line).append('\n');
        }
        return null;
    }

    /// A line that has its end; null: the client is gone before.
    private static @org.jspecify.annotations.Nullable String line(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (var next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                return bytes.toString(StandardCharsets.UTF_8).replaceFirst("\r$", "");
            }
            bytes.write(next);
        }
        return null;
    }

    private void answer(Socket client, String line) throws IOException {
        pause();
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
    }

    private void pause() {
        var millis = stall.getAsInt();
        if (millis > 0) {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
