package io.encours;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.testing.Sources;
import io.encours.testing.Sources.Source;
import io.encours.testing.TemplateText;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Words stand in the message files only, in both languages (G2).
@DisplayName("G2 texts in French and English")
class MessagesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+[^}]*}");

    /// Mistakes of French typography (the narrow no-break space is U+202F, the no-break space U+00A0).
    private static final Map<String, Pattern> FRENCH = Map.of(
            "a straight apostrophe", Pattern.compile("'"),
            "an ordinary space before a sign", Pattern.compile(" [:;!?»€%]"),
            "no space before a sign", Pattern.compile("[\\p{L}\\d)}][;!?»](\\s|$)|\\p{L}:(\\s|$)"),
            "an ordinary space after «", Pattern.compile("« |«[\\p{L}{]"),
            "three dots", Pattern.compile("\\.\\.\\."),
            "a space at an end", Pattern.compile("^ | $"));

    private static final Map<String, Properties> FILES = Sources.in(Sources.MESSAGES, ".properties").stream()
            .collect(Collectors.toMap(
                    file -> file.path().getFileName().toString().replace(".properties", ""), MessagesTest::read));

    @Test
    void every_text_exists_in_every_language_with_the_same_places_for_values() {
        var differences = new TreeSet<String>();
        french().forEach((module, texts) -> {
            var english = FILES.getOrDefault(module + "_en", new Properties());
            for (var key : union(texts, english)) {
                if (!places(texts, key).equals(places(english, key))) {
                    differences.add(key);
                }
            }
        });

        assertThat(differences).as("missing in a language, or with other {0}").isEmpty();
    }

    @Test
    void no_key_stands_twice_in_a_file() {
        var twice = Sources.in(Sources.MESSAGES, ".properties").stream()
                .flatMap(file -> file
                        .text()
                        .lines()
                        .filter(line -> line.contains("=") && !line.startsWith("#"))
                        .map(line -> line.substring(0, line.indexOf('=')).strip())
                        .collect(Collectors.groupingBy(key -> key, Collectors.counting()))
                        .entrySet()
                        .stream()
                        .filter(entry -> entry.getValue() > 1)
                        .map(Map.Entry::getKey))
                .toList();

        assertThat(twice).as("the second silently takes the place of the first").isEmpty();
    }

    @Test
    void every_key_begins_with_its_module() {
        var strangers = french().entrySet().stream()
                .flatMap(file -> file.getValue().stringPropertyNames().stream()
                        .filter(key -> !key.startsWith(file.getKey() + ".")));

        assertThat(strangers).isEmpty();
    }

    @Test
    void french_is_set_as_the_french_set_it() {
        var mistakes = new TreeMap<String, String>();
        french().values()
                .forEach(texts -> texts.forEach((key, text) -> FRENCH.forEach((mistake, pattern) -> {
                    if (pattern.matcher(withoutValues((String) text)).find()) {
                        mistakes.put((String) key, mistake + ": " + text);
                    }
                })));

        assertThat(mistakes).isEmpty();
    }

    @Test
    void no_english_text_has_a_straight_apostrophe_which_would_swallow_its_values() {
        var swallowing = FILES.entrySet().stream()
                .filter(file -> file.getKey().endsWith("_en"))
                .flatMap(file -> file.getValue().entrySet().stream())
                .filter(text -> ((String) text.getValue()).contains("'"))
                .map(Map.Entry::getKey);

        assertThat(swallowing).isEmpty();
    }

    @Test
    void templates_say_nothing_by_themselves() {
        var said = Sources.in(Sources.TEMPLATES, ".jte").stream()
                .collect(Collectors.toMap(
                        Source::path, template -> TemplateText.in(template.text()), (a, b) -> a, TreeMap::new));
        said.values().removeIf(List::isEmpty);

        assertThat(said).isEmpty();
    }

    @Test
    void every_key_used_in_code_and_templates_exists() {
        var unknown = usedWords().filter(word -> !isKnown(word)).collect(Collectors.toCollection(TreeSet::new));

        assertThat(unknown).isEmpty();
    }

    /// Everything that looks like a key: `module.some.thing`, or `module.some.` where the end is computed.
    private static Stream<String> usedWords() {
        var modules = String.join("|", french().keySet());
        var key = Pattern.compile("\"((?:" + modules + ")\\.[A-Za-z0-9_.-]+)\"");
        return Stream.concat(Sources.in(Sources.JAVA, ".java").stream(), Sources.in(Sources.TEMPLATES, ".jte").stream())
                .flatMap(source -> key.matcher(source.text()).results().map(match -> match.group(1)))
                .filter(word ->
                        !word.contains("_") || word.matches(".*\\.[A-Z_]+")); // a table, platform.scheduled_tasks
    }

    private static boolean isKnown(String word) {
        var keys = keys();
        return word.endsWith(".") ? keys.stream().anyMatch(key -> key.startsWith(word)) : keys.contains(word);
    }

    private static Set<String> keys() {
        return french().values().stream()
                .flatMap(texts -> texts.stringPropertyNames().stream())
                .collect(Collectors.toSet());
    }

    private static Map<String, Properties> french() {
        return FILES.entrySet().stream()
                .filter(file -> !file.getKey().contains("_"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Set<String> union(Properties one, Properties other) {
        var all = new TreeSet<>(one.stringPropertyNames());
        all.addAll(other.stringPropertyNames());
        return all;
    }

    private static List<String> places(Properties texts, String key) {
        var text = texts.getProperty(key);
        return text == null
                ? List.of("missing")
                : PLACEHOLDER
                        .matcher(text)
                        .results()
                        .map(m -> m.group().substring(0, 2))
                        .sorted()
                        .distinct()
                        .toList();
    }

    private static String withoutValues(String text) {
        return PLACEHOLDER.matcher(text).replaceAll("{}");
    }

    private static Properties read(Source file) {
        try {
            var texts = new Properties();
            texts.load(new StringReader(file.text()));
            return texts;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
