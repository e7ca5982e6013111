package io.encours.platform.command;

import picocli.CommandLine;

/// As `serve`, on a data folder of its own, with the demonstration companies.
@CommandLine.Command(name = "demo")
public final class DemoCommand implements EncoursCommand {

    @Override
    public int run(Application application) throws InterruptedException {
        return ServeCommand.serve(application.with("encours.demo", true).withDefault("encours.data", "demo-data"));
    }
}
