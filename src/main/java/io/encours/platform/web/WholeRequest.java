package io.encours.platform.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// A request read to its end, with the fingerprint of all it asks for; it can be read again by whoever answers it.
///
/// @param hash SHA-256 of method, path, query and content; of a form, of its parts
record WholeRequest(HttpServletRequest request, String hash) {

    private static final int LARGEST_BODY = 16 << 20;

    /// Empty when it is larger than the server takes.
    static Optional<WholeRequest> of(HttpServletRequest request) throws IOException, ServletException {
        var digest = sha256();
        var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest);
        var head = request.getMethod() + " " + request.getRequestURI() + "?" + request.getQueryString() + "\n";
        out.write(head.getBytes(StandardCharsets.UTF_8));
        var type = request.getContentType();
        if (type != null && type.startsWith("multipart/")) {
            for (var part : request.getParts()) {
                out.write(
                        (part.getName() + "\n" + part.getSubmittedFileName() + "\n").getBytes(StandardCharsets.UTF_8));
                try (InputStream content = part.getInputStream()) {
                    content.transferTo(out);
                }
            }
            return Optional.of(new WholeRequest(request, HexFormat.of().formatHex(digest.digest())));
        }
        var body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            return Optional.empty();
        }
        out.write(body);
        return Optional.of(
                new WholeRequest(new Again(request, body), HexFormat.of().formatHex(digest.digest())));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The same request with its body to be read again.
    private static final class Again extends HttpServletRequestWrapper {

        private final byte[] body;

        Again(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            return new Body(new ByteArrayInputStream(body));
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class Body extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Body(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int from, int length) {
            return bytes.read(target, from, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("Requests are read by blocking threads");
        }
    }
}
