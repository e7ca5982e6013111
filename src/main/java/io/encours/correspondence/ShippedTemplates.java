package io.encours.correspondence;

import io.encours.strategy.Purpose;
import io.encours.strategy.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// The texts Encours comes with: `correspondence/templates/LANGUAGE/CODE.txt`, a head of `name: value` lines, an empty
/// line, the body.
@Component
class ShippedTemplates {

    private static final String FILES = "classpath:correspondence/templates/*/*.txt";

    private List<Template> read = List.of();

    /// By code and language. Read when first asked for: most starts never need them.
    synchronized List<Template> all() {
        if (read.isEmpty()) {
            try {
                read = Arrays.stream(new PathMatchingResourcePatternResolver().getResources(FILES))
                        .map(ShippedTemplates::template)
                        .sorted(Comparator.comparing(Template::code).thenComparing(Template::language))
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return read;
    }

    Optional<Template> find(String code, String language) {
        return all().stream()
                .filter(template ->
                        template.code().equals(code) && template.language().equals(language))
                .findFirst();
    }

    private static Template template(Resource file) {
        try {
            var path = file.getURL().getPath().split("/", -1);
            var text = file.getContentAsString(StandardCharsets.UTF_8);
            var body = text.indexOf("\n\n");
            var head = new HashMap<String, String>();
            text.substring(0, body).lines().forEach(line -> {
                var colon = line.indexOf(':');
                head.put(line.substring(0, colon), line.substring(colon + 1).strip());
            });
            return new Template(
                    0,
                    path[path.length - 1].replaceFirst("\\.txt$", ""),
                    null,
                    path[path.length - 2],
                    Channel.valueOf(value(head, "channel")),
                    Purpose.valueOf(value(head, "purpose")),
                    Stage.valueOf(value(head, "stage")),
                    head.containsKey("level") ? Integer.valueOf(value(head, "level")) : null,
                    value(head, "label"),
                    head.getOrDefault("subject", ""),
                    text.substring(body + 2).strip(),
                    0,
                    false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String value(Map<String, String> head, String name) {
        return Objects.requireNonNull(head.get(name), name);
    }
}
