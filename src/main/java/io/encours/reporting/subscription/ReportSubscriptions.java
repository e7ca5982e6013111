package io.encours.reporting.subscription;

import io.encours.company.Companies;
import io.encours.company.Scopes;
import io.encours.customer.CustomerCriteria;
import io.encours.identity.SignedIn;
import io.encours.identity.Users;
import io.encours.platform.BusinessDate;
import io.encours.platform.Checks;
import io.encours.platform.Problem;
import io.encours.reporting.Extents;
import io.encours.reporting.ReportFilter;
import io.encours.reporting.ReportName;
import io.encours.reporting.export.Format;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Subscribing to a report and stopping it: everybody for themselves (R7).
@Service
public class ReportSubscriptions {

    /// What a report may be narrowed to; its time is that of the sending.
    public static final List<String> NARROWED = Stream.of(
                    List.of("company", "companies", "currency"), CustomerCriteria.NAMES, List.of("by", "reference"))
            .flatMap(List::stream)
            .toList();

    private static final int MOST = 50;

    private final SubscriptionStore store;
    private final Users users;
    private final Companies companies;
    private final Extents extents;
    private final Scopes scopes;
    private final Clock clock;

    ReportSubscriptions(
            SubscriptionStore store, Users users, Companies companies, Extents extents, Scopes scopes, Clock clock) {
        this.store = store;
        this.users = users;
        this.companies = companies;
        this.extents = extents;
        this.scopes = scopes;
        this.clock = clock;
    }

    public List<Subscription> mine(SignedIn user) {
        return store.of(user.id());
    }

    /// @param report as in addresses, `aged-balance`
    /// @param given the address of its page; what is not in `NARROWED` is left out
    /// @throws Problem not found, also a company outside of the scope; invalid with every wrong field; refused
    ///     without an address to send to, and where amounts of several currencies would be added up
    @Transactional
    public Subscription subscribe(
            SignedIn user,
            @Nullable String report,
            Map<String, String> given,
            @Nullable String format,
            @Nullable String rhythm) {
        var checks = new Checks();
        var name = ReportName.of(report == null ? "" : report);
        checks.that(name.isPresent(), "report", "reporting.problem.unknown", String.valueOf(report));
        var kind = checks.choice("format", format, Format.class, null);
        var often = checks.choice("rhythm", rhythm, Rhythm.class, null);
        checks.orRefuse();
        var email = users.byId(user.id()).map(Users.User::email).orElse(null);
        if (email == null) {
            throw Problem.refused("reporting.subscription.problem.noEmail");
        }
        if (store.of(user.id()).size() >= MOST) {
            throw Problem.refused("reporting.subscription.problem.many", String.valueOf(MOST));
        }
        var narrowed = new HashMap<String, String>();
        NARROWED.forEach(field -> {
            var value = given.getOrDefault(field, "").strip();
            if (!value.isEmpty()) {
                narrowed.put(field, value);
            }
        });
        extents.of(scopes.of(user), ReportFilter.of(narrowed::get));
        var zone = zone(user, narrowed.get("company"));
        var now = clock.instant();
        var id = store.insert(
                user.id(),
                name.orElseThrow(),
                narrowed,
                Objects.requireNonNull(kind),
                Objects.requireNonNull(often),
                often.after(now, zone),
                now);
        return store.of(user.id()).stream()
                .filter(each -> each.id() == id)
                .findFirst()
                .orElseThrow();
    }

    /// @throws Problem not found, also somebody else's
    @Transactional
    public void stop(SignedIn user, long id) {
        if (!store.delete(user.id(), id)) {
            throw Problem.notFound("reporting.subscription.problem.unknown", String.valueOf(id));
        }
    }

    private ZoneId zone(SignedIn user, @Nullable String company) {
        return company == null
                ? BusinessDate.DEFAULT_ZONE
                : companies.get(scopes.of(user), company).zone();
    }
}
