package io.encours.platform;

import java.util.List;

/// A request that cannot be served, told to the caller in their language: problem details in the API, a page or a
/// message beside the field on the screen. Texts are keys of the message files and carry no personal data.
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// The reasons HTTP knows, with their status.
    public enum Kind {
        UNREADABLE(400),
        FORBIDDEN(403),
        NOT_FOUND(404),
        CONFLICT(409),
        /// Somebody else was quicker: what the caller has read is no longer so.
        OUTDATED(412),
        TOO_LARGE(413),
        REFUSED(422);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    /// One field that is wrong.
    ///
    /// @param field name in the request, `actions[2].delay`
    /// @param code message key, stable for programs
    /// @param arguments for the message
    public record FieldError(String field, String code, List<String> arguments) {}

    private final transient Kind kind;
    private final String code;
    private final transient List<String> arguments;
    private final transient List<FieldError> errors;

    private Problem(Kind kind, String code, List<String> arguments, List<FieldError> errors) {
        super(code);
        this.kind = kind;
        this.code = code;
        this.arguments = List.copyOf(arguments);
        this.errors = List.copyOf(errors);
    }

    public static Problem unreadable(String code, String... arguments) {
        return new Problem(Kind.UNREADABLE, code, List.of(arguments), List.of());
    }

    public static Problem forbidden(String code, String... arguments) {
        return new Problem(Kind.FORBIDDEN, code, List.of(arguments), List.of());
    }

    /// Also for what the caller may not see: its existence is not told.
    public static Problem notFound(String code, String... arguments) {
        return new Problem(Kind.NOT_FOUND, code, List.of(arguments), List.of());
    }

    public static Problem conflict(String code, String... arguments) {
        return new Problem(Kind.CONFLICT, code, List.of(arguments), List.of());
    }

    public static Problem outdated(String code, String... arguments) {
        return new Problem(Kind.OUTDATED, code, List.of(arguments), List.of());
    }

    public static Problem refused(String code, String... arguments) {
        return new Problem(Kind.REFUSED, code, List.of(arguments), List.of());
    }

    public static Problem invalid(List<FieldError> errors) {
        return new Problem(Kind.REFUSED, "platform.problem.invalid", List.of(), errors);
    }

    public static Problem invalid(String field, String code, String... arguments) {
        return invalid(List.of(new FieldError(field, code, List.of(arguments))));
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public List<String> arguments() {
        return arguments;
    }

    public List<FieldError> errors() {
        return errors;
    }
}
