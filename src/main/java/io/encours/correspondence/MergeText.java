package io.encours.correspondence;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Mustache.VariableFetcher;
import com.samskivert.mustache.Template;
import io.encours.correspondence.MergeValues.Value;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A text with its fields, ready to be filled. Mustache without everything that could reach further than the values: no
/// partials, no methods or properties of objects, nothing but the maps of `MergeValues`.
final class MergeText {

    private static final Mustache.Compiler PLAIN = Mustache.compiler()
            .defaultValue("")
            .withCollector(new OnlyValues())
            .withFormatter(value -> value instanceof Value printed ? printed.text() : "")
            .withLoader(name -> {
                throw new IllegalStateException("partials are not allowed");
            })
            .escapeHTML(false);

    /// A line of an address stays a line.
    private static final Mustache.Compiler HTML = PLAIN.withEscaper(value -> value.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&#34;")
            .replace("'", "&#39;")
            .replace("\n", "<br />"));

    private final Template template;

    private MergeText(Template template) {
        this.template = template;
    }

    /// @param text without a flaw, see `TemplateCheck`
    static MergeText plain(String text) {
        return new MergeText(PLAIN.compile(text));
    }

    /// The same; values are escaped.
    static MergeText html(String text) {
        return new MergeText(HTML.compile(text));
    }

    String filled(Map<String, Object> values) {
        return template.execute(values);
    }

    /// Finds fields in maps and nowhere else. A section is shown once for each element of a list, once when its value
    /// is
    /// there, else not at all.
    private static final class OnlyValues implements Mustache.Collector {

        @Override
        public Iterator<?> toIterator(@Nullable Object value) {
            return switch (value) {
                case null -> Collections.emptyIterator();
                case List<?> list -> list.iterator();
                case Map<?, ?> group when group.isEmpty() -> Collections.emptyIterator();
                case Value(var text, var isThere) when !isThere -> Collections.emptyIterator();
                default -> List.of(value).iterator();
            };
        }

        @Override
        public @Nullable VariableFetcher createFetcher(Object context, String name) {
            return context instanceof Map
                    ? (map, field) -> ((Map<?, ?>) map).containsKey(field)
                            ? ((Map<?, ?>) map).get(field)
                            : Template.NO_FETCHER_FOUND
                    : null;
        }

        @Override
        public <K, V> Map<K, V> createFetcherCache() {
            return new ConcurrentHashMap<>();
        }
    }
}
