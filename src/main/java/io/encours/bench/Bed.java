package io.encours.bench;

import io.encours.company.Companies;
import io.encours.company.Company;
import io.encours.company.Scopes;
import io.encours.identity.CollectionsRole;
import io.encours.identity.Role;
import io.encours.identity.SignedIn;
import io.encours.identity.Users;
import io.encours.platform.Scope;
import io.encours.platform.command.Application;
import io.encours.strategy.ActionType;
import io.encours.strategy.Strategies;
import io.encours.strategy.StrategyDraft;
import io.encours.strategy.StrategyDraft.ActionDraft;
import io.encours.worklist.Filter;
import io.encours.worklist.Supervisor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/// The application on a throw-away database, as the benchmarks find it.
final class Bed implements AutoCloseable {

    private static final int COLLECTORS = 12;

    private final Path folder;
    private final ConfigurableApplicationContext context;
    private final AtomicInteger made = new AtomicInteger();

    private Bed(Path folder, ConfigurableApplicationContext context) {
        this.folder = folder;
        this.context = context;
    }

    static Bed make(Application application) throws IOException {
        var folder = Files.createTempDirectory("encours-bench");
        var context = application
                .with("encours.data", folder.resolve("data"))
                .with("encours.database-url", "")
                .with("server.port", 0)
                .with("server.address", "127.0.0.1")
                .start();
        return new Bed(folder, context);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    DSLContext db() {
        return bean(DSLContext.class);
    }

    Path folder() {
        return folder;
    }

    String address() {
        return "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    /// A company nobody else uses.
    Company company() {
        return bean(Companies.class)
                .create(new Companies.Details(
                        "BENCH" + made.incrementAndGet(), "Mesure " + made.get(), null, "EUR", "FR", null, "30"));
    }

    SignedIn administrator() {
        return bean(Users.class).administrator().orElseThrow().signedIn(SignedIn.ALL_SCOPES);
    }

    Scope everything() {
        return bean(Scopes.class).of(administrator());
    }

    /// Logins of collectors that work for the company, a new dozen each time.
    List<String> collectors(Company company) {
        for (var login : collectorsOf(company)) {
            var user = bean(Users.class)
                    .create(new Users.Details(login, login, null, "fr", Role.COLLECTOR, CollectionsRole.AGENT, null));
            bean(Companies.class).assign(user.id(), List.of(company.code()));
        }
        return collectorsOf(company);
    }

    /// Those of them that are there.
    List<String> collectorsOf(Company company) {
        return IntStream.range(0, COLLECTORS)
                .mapToObj(number -> "collector%d-%d".formatted(company.id(), number))
                .toList();
    }

    /// A default strategy of seven actions.
    void standardStrategy() {
        var actions = new ArrayList<@Nullable ActionDraft>();
        var types = List.of(
                ActionType.EMAIL,
                ActionType.EMAIL,
                ActionType.PHONE,
                ActionType.LETTER,
                ActionType.PROMISE,
                ActionType.REGISTERED_LETTER,
                ActionType.LITIGATION_REQUEST);
        for (var place = 0; place < types.size(); place++) {
            var onlyDebits = place == 0 ? "PRLV" : null;
            actions.add(new ActionDraft(
                    "A" + place,
                    "Action " + place,
                    types.get(place).name(),
                    null,
                    place * 9 - 5,
                    null,
                    null,
                    onlyDebits,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null));
        }
        bean(Strategies.class)
                .put(
                        administrator(),
                        everything(),
                        "STANDARD",
                        new StrategyDraft("STANDARD", "Standard", null, true, actions));
    }

    /// So that what is measured next does not pay for what was written before.
    void settle() {
        bean(Supervisor.class).totals(everything(), Filter.NONE);
        db().execute("checkpoint");
    }

    @Override
    public void close() {
        context.close();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
