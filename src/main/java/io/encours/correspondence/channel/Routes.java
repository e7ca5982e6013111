package io.encours.correspondence.channel;

import io.encours.correspondence.channel.RouteHealth.Health;
import io.encours.identity.SignedIn;
import io.encours.platform.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// The ways in and out as an administrator sees them.
@Service
public class Routes {

    /// @param peer the other side; null: nothing is set up
    /// @param trouble what keeps it from working just now; null: nothing is known
    public record State(
            Route route,
            @Nullable String peer,
            Health health,
            @Nullable String trouble) {

        public boolean isOpen() {
            return peer != null;
        }

        public boolean isBroken() {
            return trouble != null || health.isBroken();
        }

        /// What was wrong last; empty: nothing.
        public String failure() {
            return trouble == null ? health.failure() : trouble;
        }
    }

    private final List<RouteProbe> probes;
    private final RouteHealth health;

    Routes(List<RouteProbe> probes, RouteHealth health) {
        this.probes =
                probes.stream().sorted(Comparator.comparing(RouteProbe::route)).toList();
        this.health = health;
    }

    public List<State> all() {
        var known = health.all();
        return probes.stream()
                .map(probe -> new State(
                        probe.route(),
                        probe.peer().orElse(null),
                        known.getOrDefault(probe.route(), Health.UNKNOWN),
                        probe.trouble().orElse(null)))
                .toList();
    }

    /// Tries one, for the signed-in administrator.
    ///
    /// @param name of the route
    /// @param to where a message of trial goes
    /// @throws Problem forbidden, not found, or refused when nothing is set up
    public RouteProbe.Tried tryOut(SignedIn user, long companyId, String name, String to) {
        if (!user.administers()) {
            throw Problem.forbidden("platform.problem.forbidden");
        }
        var probe = probes.stream()
                .filter(each -> each.route().name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("platform.problem.notFound"));
        if (probe.peer().isEmpty()) {
            throw Problem.refused("correspondence.route.problem.closed");
        }
        return probe.tryOut(user, companyId, to.strip());
    }
}
