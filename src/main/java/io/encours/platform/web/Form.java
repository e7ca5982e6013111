package io.encours.platform.web;

import io.encours.platform.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What stands in the fields of a form, and what is wrong with it, in words beside the field.
public record Form(Map<String, String> values, Map<String, String> errors) {

    private static final int UNPROCESSABLE = 422;

    public static final Form EMPTY = new Form(Map.of(), Map.of());

    public static Form of(Map<String, String> values) {
        return new Form(values, Map.of());
    }

    /// The same, refused: errors of fields beside them, what is about no field under the empty name.
    public Form refused(Problem problem, Page page) {
        var texts = new HashMap<String, String>();
        problem.errors()
                .forEach(error -> texts.putIfAbsent(
                        error.field().replaceFirst("\\[.*", ""),
                        page.t(error.code(), error.arguments().toArray())));
        if (texts.isEmpty()) {
            texts.put("", page.t(problem.code(), problem.arguments().toArray()));
        }
        return new Form(values, texts);
    }

    /// The same, to be shown again with status 422. What no other input would
    /// mend is thrown on.
    public Form refused(Problem problem, Page page, HttpServletResponse response) {
        switch (problem.kind()) {
            case FORBIDDEN, NOT_FOUND, OUTDATED -> throw problem;
            case UNREADABLE, CONFLICT, TOO_LARGE, REFUSED -> response.setStatus(UNPROCESSABLE);
        }
        return refused(problem, page);
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public @Nullable String error(String field) {
        return errors.get(field);
    }
}
