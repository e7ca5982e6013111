package io.encours.correspondence.web;

import io.encours.correspondence.Channel;
import io.encours.platform.web.Option;
import io.encours.platform.web.Page;
import io.encours.strategy.Purpose;
import io.encours.strategy.Stage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The choices in the editor, in words.
public record TemplateChoices(
        List<Option> channels,
        List<Option> purposes,
        List<Option> stages,
        List<Option> levels,
        List<Option> languages) {

    /// Offered at once (G2); any other can be written through the API.
    private static final List<String> LANGUAGES =
            List.of("fr", "en", "de", "es", "it", "pt", "pt-BR", "nl", "pl", "ro", "sv", "hr", "tr", "zh", "ja");

    private static final int LEVELS = 3;

    static TemplateChoices of(Page page) {
        var levels = new ArrayList<Option>();
        levels.add(new Option("", page.t("correspondence.level.none")));
        for (var level = 1; level <= LEVELS; level++) {
            levels.add(new Option(String.valueOf(level), page.t("correspondence.level." + level)));
        }
        return new TemplateChoices(
                Arrays.stream(Channel.values())
                        .map(channel -> new Option(channel.name(), page.t(channel.messageKey())))
                        .toList(),
                Arrays.stream(Purpose.values())
                        .map(purpose -> new Option(purpose.name(), page.t("strategy.purpose." + purpose.name())))
                        .toList(),
                Arrays.stream(Stage.values())
                        .map(stage -> new Option(stage.name(), page.t(stage.messageKey())))
                        .toList(),
                levels,
                LANGUAGES.stream()
                        .map(language -> new Option(language, language(language, page)))
                        .toList());
    }

    /// Of these, in the order in which they are offered.
    static List<Option> inOrder(Stream<String> tags, Page page) {
        return tags.distinct()
                .sorted(Comparator.<String>comparingInt(
                                tag -> LANGUAGES.contains(tag) ? LANGUAGES.indexOf(tag) : LANGUAGES.size())
                        .thenComparing(Comparator.naturalOrder()))
                .map(tag -> new Option(tag, language(tag, page)))
                .toList();
    }

    /// `Français`, in the user's language.
    static String language(String tag, Page page) {
        var name = Locale.forLanguageTag(tag).getDisplayName(page.formats().locale());
        return name.substring(0, 1).toUpperCase(page.formats().locale()) + name.substring(1);
    }
}
