package io.encours.importing.text;

import java.util.List;

/// The whole file is refused, with the reason for the user.
public final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;
    private final transient List<String> arguments;

    /// @param reason message key
    public Unreadable(String reason, String... arguments) {
        super(reason);
        this.reason = reason;
        this.arguments = List.of(arguments);
    }

    public String reason() {
        return reason;
    }

    public List<String> arguments() {
        return arguments;
    }
}
