package io.encours.testing;

import io.encours.Encours;
import io.encours.company.Companies;
import io.encours.identity.Tokens;
import io.encours.identity.Users;
import io.encours.platform.Checkup;
import io.encours.platform.EncoursSettings;
import io.encours.platform.command.CommandLineEntry;
import io.encours.platform.database.BareDatabase;
import io.encours.receivable.Receivables;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// An installation on a data folder of its own, started, stopped and operated by the test.
public record Installation(Path data) {

    public ConfigurableApplicationContext start() {
        return SpringApplication.run(
                Encours.class,
                Stream.concat(settings().stream(), Stream.of("--server.port=0")).toArray(String[]::new));
    }

    /// `./encours` with these words, on this data folder.
    ///
    /// @return exit status
    public int run(String... words) {
        return CommandLineEntry.run(
                Encours.class,
                Stream.concat(Stream.of(words), settings().stream()).toArray(String[]::new));
    }

    public static Fixtures fixtures(ConfigurableApplicationContext running) {
        return new Fixtures(
                running.getBean(Companies.class),
                running.getBean(Users.class),
                running.getBean(Tokens.class),
                running.getBean(Receivables.class));
    }

    /// What the doctor finds wrong.
    public static List<Checkup.Finding> unsound(ConfigurableApplicationContext running) {
        return running.getBeansOfType(Checkup.class).values().stream()
                .map(Checkup::look)
                .filter(finding -> !finding.sound())
                .toList();
    }

    /// The database while nothing runs on it.
    public BareDatabase database() {
        return BareDatabase.open(
                new EncoursSettings(0, data, null, null, null, null, null, null, null, null, null, false));
    }

    /// Every table with its number of rows and a digest of them, every sequence with where it stands.
    public Map<String, String> content() throws SQLException {
        try (var database = database();
                var connection = database.connect();
                var statement = connection.createStatement()) {
            var queries = new ArrayList<List<String>>();
            try (var found = statement.executeQuery("""
                    select n.nspname || '.' || c.relname, case c.relkind
                        when 'S' then format('select last_value || '' '' || is_called from %I.%I', n.nspname, c.relname)
                        else format('select count(*) || '' '' || coalesce(md5(string_agg(t::text, chr(10) order by t::text)), '''')
                            from %I.%I t', n.nspname, c.relname) end
                    from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where c.relkind in ('r', 'S')
                    and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
                    """)) {
                while (found.next()) {
                    queries.add(List.of(found.getString(1), found.getString(2)));
                }
            }
            var content = new TreeMap<String, String>();
            for (var query : queries) {
                try (var row = statement.executeQuery(query.getLast())) {
                    row.next();
                    content.put(query.getFirst(), row.getString(1));
                }
            }
            return content;
        }
    }

    private List<String> settings() {
        return List.of(
                "--encours.data=" + data,
                "--encours.today=2026-11-24",
                "--encours.admin-password=" + TestSettings.ADMIN_PASSWORD);
    }
}
