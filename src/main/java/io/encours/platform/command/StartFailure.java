package io.encours.platform.command;

import io.encours.platform.Problem;
import io.encours.platform.database.embedded.DatabaseUnavailable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;

/// Why a command failed, in a sentence; the trace only of what was not foreseen.
final class StartFailure {

    /// SQLSTATE disk_full.
    private static final String OUT_OF_SPACE = "53100";

    private StartFailure() {}

    static void tell(Throwable failure, Application application) {
        var sentence = causes(failure)
                .map(cause -> sentence(cause, application))
                .flatMap(Optional::stream)
                .findFirst();
        if (sentence.isPresent()) {
            System.err.println(sentence.get());
        } else {
            System.err.println(application.text("platform.start.unforeseen"));
            failure.printStackTrace();
        }
    }

    private static Optional<String> sentence(Throwable cause, Application application) {
        return switch (cause) {
            case DatabaseUnavailable known -> Optional.ofNullable(known.getMessage());
            case PortInUseException taken ->
                Optional.of(application.text("platform.start.portInUse", String.valueOf(taken.getPort())));
            case BindException wrong ->
                Optional.of(application.text("platform.start.setting", variable(wrong), value(wrong)));
            case FlywayException wrong ->
                Optional.of(application.text("platform.start.migration", String.valueOf(wrong.getMessage())));
            case Problem problem ->
                Optional.of(application.text(problem.code(), problem.arguments().toArray()));
            case NoSuchFileException missing ->
                Optional.of(application.text("platform.start.file.missing", missing.getFile()));
            case AccessDeniedException denied ->
                Optional.of(application.text("platform.start.file.denied", denied.getFile()));
            case FileSystemException trouble ->
                Optional.of(application.text(
                        "platform.start.file.trouble", trouble.getFile(), String.valueOf(trouble.getReason())));
            case IOException full
            when String.valueOf(full.getMessage()).contains("No space left") ->
                Optional.of(application.text("platform.start.file.full"));
            case SQLException refused
            when OUT_OF_SPACE.equals(refused.getSQLState()) ->
                Optional.of(application.text("platform.start.file.full"));
            default -> Optional.empty();
        };
    }

    private static String variable(BindException wrong) {
        return wrong.getName().toString().toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }

    private static String value(BindException wrong) {
        var property = wrong.getProperty();
        return property == null ? "" : String.valueOf(property.getValue());
    }

    private static Stream<Throwable> causes(@Nullable Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, cause -> cause == null ? null : cause.getCause());
    }
}
