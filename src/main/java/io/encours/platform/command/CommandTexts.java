package io.encours.platform.command;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Puts the texts of the message files into the help of the commands (see `EncoursCommand` for their keys).
final class CommandTexts {

    private final Application application;

    CommandTexts(Application application) {
        this.application = application;
    }

    void apply(CommandLine line) {
        head(line.getCommandSpec());
        line.getCommandSpec()
                .usageMessage()
                .description(application.text("platform.command.about"))
                .footer(application.text("platform.command.footer"));
        line.getSubcommands().values().forEach(this::describe);
    }

    private void describe(CommandLine command) {
        var spec = command.getCommandSpec();
        var module = module(spec.userObject().getClass());
        var key = module + ".command." + spec.name();
        spec.usageMessage().description(application.text(key));
        for (var option : List.copyOf(spec.options())) {
            describe(spec, option, key + "." + option.longestName().replaceFirst("^-+", ""));
        }
        for (var parameter : List.copyOf(spec.positionalParameters())) {
            var name = parameter.paramLabel().replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
            var replacement = parameter.toBuilder()
                    .description(application.text(key + "." + name))
                    .build();
            spec.remove(parameter);
            spec.addPositional(replacement);
        }
        head(spec);
    }

    private void describe(CommandSpec spec, OptionSpec option, String key) {
        ArgSpec described =
                option.toBuilder().description(application.text(key)).build();
        spec.remove(option);
        spec.add(described);
    }

    /// `importing` of `io.encours.importing.command.ImportCommand`.
    private static String module(Class<?> command) {
        var inside = command.getPackageName().substring("io.encours.".length());
        var dot = inside.indexOf('.');
        return dot < 0 ? inside : inside.substring(0, dot);
    }

    private void head(CommandSpec spec) {
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description(application.text("platform.command.help"))
                .build());
        spec.usageMessage()
                .synopsisHeading(application.text("platform.command.usage") + " ")
                .commandListHeading("%n" + application.text("platform.command.commands") + "%n")
                .width(110);
    }
}
