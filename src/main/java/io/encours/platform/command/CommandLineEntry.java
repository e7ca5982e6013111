package io.encours.platform.command;

import java.util.Arrays;
import java.util.ServiceLoader;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// Reads the command line and runs the command; `serve` when none is named.
public final class CommandLineEntry {

    private static final Predicate<String> SETTING =
            Pattern.compile("--[a-z]+\\.[a-z].*").asMatchPredicate();

    private CommandLineEntry() {}

    /// @return the exit status
    public static int run(Class<?> main, String... arguments) {
        var options = Arrays.stream(arguments).filter(SETTING).toList();
        var words = Arrays.stream(arguments)
                .filter(SETTING.negate())
                .map(word -> word.equals("help") ? "--help" : word)
                .toArray(String[]::new);
        var application = Application.of(main, options);
        var line = commandLine(application);
        return line.execute(words.length == 0 ? new String[] {"serve"} : words);
    }

    private static CommandLine commandLine(Application application) {
        var line = new CommandLine(CommandSpec.create().name("./encours"));
        ServiceLoader.load(EncoursCommand.class).stream()
                .map(ServiceLoader.Provider::get)
                .map(CommandLine::new)
                .sorted(java.util.Comparator.comparing(CommandLine::getCommandName))
                .forEach(command -> line.addSubcommand(command.getCommandName(), command));
        new CommandTexts(application).apply(line);
        line.setExecutionStrategy(parsed -> execute(parsed, application));
        line.setExecutionExceptionHandler((cause, command, parsed) -> {
            StartFailure.tell(cause, application);
            return 1;
        });
        line.setParameterExceptionHandler((wrong, words) -> {
            var at = wrong.getCommandLine();
            at.getErr().println(application.text("platform.command.wrong", String.valueOf(wrong.getMessage())));
            at.usage(at.getErr());
            return CommandLine.ExitCode.USAGE;
        });
        return line;
    }

    private static int execute(ParseResult parsed, Application application) {
        var help = CommandLine.executeHelpRequest(parsed);
        if (help != null) {
            return help;
        }
        var lines = parsed.asCommandLineList();
        var command = lines.getLast();
        if (command.getCommandSpec().userObject() instanceof EncoursCommand ours) {
            try {
                return ours.run(application);
            } catch (Exception cause) {
                throw new CommandLine.ExecutionException(command, command.getCommandName(), cause);
            }
        }
        command.usage(System.out);
        return 0;
    }
}
