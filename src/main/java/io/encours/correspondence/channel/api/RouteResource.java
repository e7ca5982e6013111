package io.encours.correspondence.channel.api;

import io.encours.company.Companies;
import io.encours.correspondence.channel.Route;
import io.encours.correspondence.channel.RouteProbe;
import io.encours.correspondence.channel.Routes;
import io.encours.identity.SignedIn;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/routes")
class RouteResource {

    /// @param peer the other side; null: nothing is set up
    record RouteAnswer(
            Route route,
            @Nullable String peer,
            @Nullable Instant lastSuccess,
            @Nullable Instant lastFailure,
            String failure) {}

    record RouteList(List<RouteAnswer> items) {}

    /// @param company code
    record Trial(String company, @Nullable String to) {}

    private final Routes routes;
    private final Companies companies;

    RouteResource(Routes routes, Companies companies) {
        this.routes = routes;
        this.companies = companies;
    }

    @GetMapping
    RouteList list() {
        return new RouteList(routes.all().stream()
                .map(state -> new RouteAnswer(
                        state.route(),
                        state.peer(),
                        state.health().lastSuccess(),
                        state.health().lastFailure(),
                        state.failure()))
                .toList());
    }

    @PostMapping("/{route}/trials")
    RouteProbe.Tried tryOut(@PathVariable String route, @RequestBody Trial trial, SignedIn user) {
        var company = companies.get(user, trial.company());
        return routes.tryOut(user, company.id(), route, trial.to() == null ? "" : trial.to());
    }
}
