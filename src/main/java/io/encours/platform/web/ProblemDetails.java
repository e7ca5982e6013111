package io.encours.platform.web;

import io.encours.platform.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Writes problems as RFC 9457 problem details, in the caller's language.
@Component
public class ProblemDetails {

    /// One wrong field, as the API writes it.
    public record WrongField(String field, String code, String message) {}

    private final Texts texts;
    private final JsonMapper json;

    ProblemDetails(Texts texts, JsonMapper json) {
        this.texts = texts;
        this.json = json;
    }

    public ProblemDetail of(Problem problem, Locale locale) {
        var detail = of(
                problem.kind().status(),
                problem.code(),
                locale,
                problem.arguments().toArray());
        var errors = problem.errors().stream()
                .map(error -> new WrongField(
                        error.field(),
                        error.code(),
                        texts.text(locale, error.code(), error.arguments().toArray())))
                .toList();
        detail.setProperty("errors", errors);
        return detail;
    }

    public ProblemDetail of(int status, String code, Locale locale, Object... arguments) {
        var detail = ProblemDetail.forStatusAndDetail(HttpStatus.valueOf(status), texts.text(locale, code, arguments));
        detail.setTitle(texts.text(locale, "platform.problem.title." + status));
        detail.setType(java.net.URI.create("urn:encours:problem:" + code));
        detail.setProperty("errors", List.of());
        detail.setProperty("requestId", RequestId.current());
        return detail;
    }

    /// A request with values that could not be read.
    ProblemDetail unreadable(List<String> fields, Locale locale) {
        var detail = of(400, "platform.problem.unreadable", locale);
        detail.setProperty(
                "errors",
                fields.stream()
                        .map(field -> new WrongField(
                                field,
                                "platform.problem.unreadableValue",
                                texts.text(locale, "platform.problem.unreadableValue")))
                        .toList());
        return detail;
    }

    /// For filters, outside of the controllers.
    public void write(HttpServletResponse response, Locale locale, int status, String code) throws IOException {
        write(response, of(status, code, locale));
    }

    /// The same with what is wrong with each field.
    void write(HttpServletResponse response, Locale locale, Problem problem) throws IOException {
        write(response, of(problem, locale));
    }

    private void write(HttpServletResponse response, ProblemDetail detail) throws IOException {
        response.setStatus(detail.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        var properties = detail.getProperties();
        var errors = properties == null ? null : properties.get("errors");
        response.getWriter()
                .write(json.writeValueAsString(java.util.Map.of(
                        "type", String.valueOf(detail.getType()),
                        "title", String.valueOf(detail.getTitle()),
                        "status", detail.getStatus(),
                        "detail", String.valueOf(detail.getDetail()),
                        "errors", errors == null ? List.of() : errors,
                        "requestId", RequestId.current())));
    }
}
