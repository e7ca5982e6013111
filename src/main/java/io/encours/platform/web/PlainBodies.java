package io.encours.platform.web;

import io.encours.platform.PlainCharacters;
import io.encours.platform.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.util.Optional;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

/// Refuses JSON with characters that cannot be kept, and says in which field, whatever the body is read into.
/// Only a body that writes such a character as an escape is looked into: written as it is it would be no JSON,
/// or no UTF-8.
@ControllerAdvice
@Order(0)
class PlainBodies extends RequestBodyAdviceAdapter {

    private static final int LARGEST_BODY = 16 << 20;
    private static final JsonFactory JSON = new JsonFactory();

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        // Who takes the bytes reads them, and looks at their signature first.
        return parameter.getParameterType() != byte[].class;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        var media = message.getHeaders().getContentType();
        if (media == null || !media.getSubtype().endsWith("json")) {
            return message;
        }
        var body = message.getBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
        }
        if (escapes(body)) {
            wrongField(body).ifPresent(field -> {
                throw Problem.invalid(field, "platform.problem.character");
            });
        }
        return new Read(message.getHeaders(), new ByteArrayInputStream(body));
    }

    /// Of a character zero or of surrogates, perhaps escaped themselves.
    private static boolean escapes(byte[] body) {
        for (var at = 0; at + 5 < body.length; at++) {
            if (body[at] == '\\' && body[at + 1] == 'u') {
                var first = body[at + 2];
                if (first == 'd' || first == 'D' || (first == '0' && body[at + 3] == '0' && body[at + 4] == '0')) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Its path, `actions[2].label`.
    private static Optional<String> wrongField(byte[] body) {
        try (var parser = JSON.createParser(tools.jackson.core.ObjectReadContext.empty(), body)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                var text = token == JsonToken.VALUE_STRING || token == JsonToken.PROPERTY_NAME;
                if (text && !PlainCharacters.fit(parser.getString())) {
                    return Optional.of(path(parser, token));
                }
            }
        } catch (JacksonException e) {
            // It cannot be read, as who reads it after us will say.
        }
        return Optional.empty();
    }

    private static String path(JsonParser parser, JsonToken token) {
        var place =
                token == JsonToken.PROPERTY_NAME ? parser.streamReadContext().getParent() : parser.streamReadContext();
        var path = new StringBuilder();
        for (var each = place; each != null && !each.inRoot(); each = each.getParent()) {
            if (each.inArray()) {
                path.insert(0, "[" + each.getCurrentIndex() + "]");
            } else {
                path.insert(0, (path.isEmpty() || path.charAt(0) == '[' ? "" : "."))
                        .insert(0, each.currentName());
            }
        }
        return path.toString();
    }

    private record Read(HttpHeaders headers, InputStream content) implements HttpInputMessage {

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public InputStream getBody() {
            return content;
        }
    }
}
