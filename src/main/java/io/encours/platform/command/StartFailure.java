package io.encours.platform.command;

import io.encours.platform.Problem;
import io.encours.platform.database.embedded.DatabaseUnavailable;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;

/// Why a command failed, in a sentence; the trace only of what was not foreseen.
final class StartFailure {

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
