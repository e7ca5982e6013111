package io.encours.correspondence.channel;

import io.encours.platform.Checkup;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The ways in and out that are set up have worked since they last failed.
@Component
class RouteCheckup implements Checkup {

    private static final String NAME = "channels";

    private final Routes routes;

    RouteCheckup(Routes routes) {
        this.routes = routes;
    }

    @Override
    public Finding look() {
        var open = routes.all().stream().filter(Routes.State::isOpen).toList();
        var broken = open.stream().filter(Routes.State::isBroken).toList();
        if (!broken.isEmpty()) {
            return Finding.broken(
                    NAME,
                    "correspondence.doctor.routesBroken",
                    broken.stream()
                            .map(state -> state.route() + ": " + state.failure())
                            .collect(Collectors.joining("; ")));
        }
        return open.isEmpty()
                ? Finding.sound(NAME, "correspondence.doctor.noRoutes")
                : Finding.sound(
                        NAME,
                        "correspondence.doctor.routes",
                        open.stream().map(state -> state.route().name()).collect(Collectors.joining(", ")));
    }
}
