package io.encours.platform.command;

/// A command of `./encours`.
///
/// Implemented by a public picocli class (`@CommandLine.Command(name = "import")`) with a public constructor without
/// parameters, listed in `META-INF/services/io.encours.platform.command.EncoursCommand`. Its texts are found by name in
/// the message files of its module (the package after `io.encours`): `importing.command.import` says what it does,
/// `importing.command.import.kind` what its option `--kind` or its parameter KIND is.
public interface EncoursCommand {

    /// Does it, and returns the exit status of the process: 0 done, else a status the command documents.
    ///
    /// @throws Exception what was not foreseen; told with a sentence and status 1
    int run(Application application) throws Exception;
}
