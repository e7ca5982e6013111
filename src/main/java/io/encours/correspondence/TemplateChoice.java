package io.encours.correspondence;

import io.encours.strategy.Stage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Which template is taken for a use: in the reader's language before any other; the stage asked for, else the one
/// before it; the firmest that is not firmer than asked; the company's own words before those of the installation and
/// of
/// Encours.
final class TemplateChoice {

    private static final List<Stage> STAGES = List.of(Stage.values());

    private TemplateChoice() {}

    /// @param usable templates of a company, one for each code and language
    /// @param companyLanguage taken when there is none in the reader's
    static Optional<Template> of(TemplateUse use, List<Template> usable, String companyLanguage) {
        var fitting = usable.stream()
                .filter(template -> template.channel() == use.channel())
                .filter(template -> use.code() == null
                        ? template.purpose() == use.purpose() && template.level() != null
                        : template.code().equals(use.code()))
                .toList();
        return Stream.of(use.language(), use.language().replaceFirst("-.*", ""), companyLanguage, "fr", "en")
                .map(language -> best(use, fitting, language))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> fitting.stream().findFirst());
    }

    private static Optional<Template> best(TemplateUse use, List<Template> fitting, String language) {
        return fitting.stream()
                .filter(template -> template.language().equals(language))
                .min(Comparator.<Template>comparingInt(template -> stages(template.stage(), use.stage()))
                        .thenComparingInt(template -> firmness(template, use.level()))
                        .thenComparing(Template::origin)
                        .thenComparing(Template::code));
    }

    /// How far away a stage is; one that goes further than asked is the last resort.
    private static int stages(Stage stage, Stage asked) {
        var behind = STAGES.indexOf(asked) - STAGES.indexOf(stage);
        return behind >= 0 ? behind : 10 - behind;
    }

    private static int firmness(Template template, int asked) {
        var level = template.level();
        if (level == null) {
            return 100;
        }
        return level <= asked ? asked - level : 10 + level;
    }
}
