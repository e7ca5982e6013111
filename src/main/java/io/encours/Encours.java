package io.encours;

import io.encours.platform.command.CommandLineEntry;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/// The application and its command line: `encours serve`, `encours demo` … (spec/api.md).
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class Encours {

    /// Runs one command; `serve` when there is none.
    public static void main(String[] arguments) {
        System.exit(CommandLineEntry.run(Encours.class, arguments));
    }
}
