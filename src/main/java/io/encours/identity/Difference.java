package io.encours.identity;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The fields in which two states of a thing differ, each by its path: `name`, `actions.CALL.delay`. Elements of a
/// list are named by their code, else counted from 1.
///
/// @param before as JSON; null: it was not there
/// @param after as JSON; null: it is gone
record Difference(@Nullable String before, @Nullable String after) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static Difference between(@Nullable Object before, @Nullable Object after) {
        var old = fields(before);
        var now = fields(after);
        var oldOnly = new TreeMap<>(old);
        var nowOnly = new TreeMap<>(now);
        old.forEach((path, value) -> {
            if (Objects.equals(value, now.get(path))) {
                oldOnly.remove(path);
                nowOnly.remove(path);
            }
        });
        return new Difference(
                before == null ? null : JSON.writeValueAsString(oldOnly),
                after == null ? null : JSON.writeValueAsString(nowOnly));
    }

    boolean isEmpty() {
        return Objects.equals(before, after);
    }

    private static Map<String, JsonNode> fields(@Nullable Object thing) {
        var fields = new TreeMap<String, JsonNode>();
        if (thing != null) {
            add(fields, "", JSON.valueToTree(thing));
        }
        return fields;
    }

    private static void add(Map<String, JsonNode> fields, String path, JsonNode value) {
        var inside = path.isEmpty() ? "" : path + ".";
        if (value.isObject()) {
            value.forEachEntry((name, field) -> add(fields, inside + name, field));
        } else if (value.isArray() && !value.isEmpty() && value.get(0).isObject()) {
            for (var index = 0; index < value.size(); index++) {
                var element = value.get(index);
                add(fields, inside + element.path("code").asString(String.valueOf(index + 1)), element);
            }
        } else if (!value.isNull()) {
            fields.put(path, value);
        }
    }
}
