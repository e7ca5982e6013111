package io.encours.platform.command;

import io.encours.platform.database.embedded.DatabaseUnavailable;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.SpringApplication;

/// Reads the command line and runs the command.
public final class CommandLineEntry {

    private CommandLineEntry() {}

    /// @return the exit status
    public static int run(Class<?> application, String... arguments) {
        try {
            SpringApplication.run(application, arguments);
            new CountDownLatch(1).await();
            return 0;
        } catch (DatabaseUnavailable e) {
            System.err.println(e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            return 0;
        }
    }
}
