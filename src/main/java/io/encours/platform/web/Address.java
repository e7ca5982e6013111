package io.encours.platform.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A path with its query, for links that change one parameter and keep the others: the filters of a list live there.
public record Address(String path, Map<String, String> parameters) {

    public Address {
        parameters = new LinkedHashMap<>(parameters);
    }

    /// The same with this parameter; null takes it away.
    public Address with(String name, @Nullable Object value) {
        var changed = new LinkedHashMap<>(parameters);
        if (value == null || value.toString().isEmpty()) {
            changed.remove(name);
        } else {
            changed.put(name, value.toString());
        }
        return new Address(path, changed);
    }

    public Address without(String... names) {
        var changed = this;
        for (var name : names) {
            changed = changed.with(name, null);
        }
        return changed;
    }

    /// The same parameters at another path.
    public Address at(String otherPath) {
        return new Address(otherPath, parameters);
    }

    public String value(String name) {
        return parameters.getOrDefault(name, "");
    }

    @Override
    public String toString() {
        return parameters.isEmpty()
                ? path
                : path
                        + parameters.entrySet().stream()
                                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                                .collect(Collectors.joining("&", "?", ""));
    }

    /// One part of a path.
    public static String part(String text) {
        return encoded(text).replace("+", "%20");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
