package io.encours.platform.backup;

import io.encours.platform.backup.Manifest.Position;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// What a database consists of, as PostgreSQL tells it.
final class Catalogue {

    /// Of Flyway, in the schema `public`.
    static final String HISTORY = "flyway_schema_history";

    private static final String OURS = """
            (n.nspname = any(?) or n.nspname = 'public' and c.relname = 'flyway_schema_history')
            """;

    private final Connection connection;

    Catalogue(Connection connection) {
        this.connection = connection;
    }

    /// @param columns that hold values of their own; generated ones follow from them
    record Table(String schema, String name, List<String> columns) {

        String sql() {
            return quoted(schema) + "." + quoted(name);
        }
    }

    /// Something that belongs to a table.
    ///
    /// @param table and `name` as SQL writes them
    /// @param definition the words that bring it back
    record Part(String table, String name, String definition) {}

    boolean isMigrated() throws SQLException {
        return rows("select to_regclass('public." + HISTORY + "') is not null", List.of(), row -> row.getBoolean(1))
                .contains(true);
    }

    /// File names of the migrations, `folder/V…__….sql`, in the order they were applied.
    List<String> migrations() throws SQLException {
        return texts(
                "select script from public." + HISTORY + " where success and type = 'SQL' order by installed_rank");
    }

    /// Schemas that these migrations make: each is called like the folder of its migrations.
    static List<String> schemas(List<String> migrations) {
        return migrations.stream()
                .map(script -> script.replaceFirst("/.*", ""))
                .distinct()
                .sorted()
                .toList();
    }

    List<Table> tables(List<String> schemas) throws SQLException {
        var sql = """
                select n.nspname, c.relname, array(
                    select a.attname::text from pg_attribute a
                    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                    order by a.attnum)
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'r' and c.relpersistence <> 't' and %s
                and not exists (
                    select from pg_depend d
                    where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
                order by n.nspname, c.relname
                """.formatted(OURS);
        return rows(
                sql,
                List.of(schemas),
                row -> new Table(row.getString(1), row.getString(2), List.of((String[])
                        row.getArray(3).getArray())));
    }

    /// Tables somebody else keeps in the same database.
    List<String> otherTables(List<String> schemas) throws SQLException {
        return rows("""
                select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p') and c.relpersistence <> 't' and not %s
                and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_%%'
                and not exists (
                    select from pg_depend d
                    where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
                order by 1
                """.formatted(OURS), List.of(schemas), row -> row.getString(1));
    }

    List<String> extensions() throws SQLException {
        return texts("select extname || ' ' || extversion from pg_extension order by 1");
    }

    List<Position> sequences(List<String> schemas) throws SQLException {
        var names = rows("""
                select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'S' and n.nspname = any(?) order by 1, 2
                """, List.of(schemas), row -> List.of(row.getString(1), row.getString(2)));
        var positions = new ArrayList<Position>();
        for (var name : names) {
            positions.add(position(name.getFirst(), name.getLast()));
        }
        return positions;
    }

    /// Foreign keys, with what makes them.
    List<Part> foreignKeys(List<String> schemas) throws SQLException {
        return parts("""
                select quote_ident(n.nspname) || '.' || quote_ident(c.relname), quote_ident(k.conname),
                    pg_get_constraintdef(k.oid)
                from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
                where k.contype = 'f' and k.conparentid = 0 and n.nspname = any(?) order by 1, 2
                """, schemas);
    }

    /// Triggers that migrations made and that are on, with what turns them on.
    List<Part> triggers(List<String> schemas) throws SQLException {
        return parts("""
                select quote_ident(n.nspname) || '.' || quote_ident(c.relname), quote_ident(t.tgname),
                    case t.tgenabled when 'A' then 'enable always' when 'R' then 'enable replica' else 'enable' end
                from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
                where not t.tgisinternal and t.tgparentid = 0 and t.tgenabled <> 'D' and n.nspname = any(?)
                order by 1, 2
                """, schemas);
    }

    static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    private Position position(String schema, String sequence) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select last_value, is_called from " + quoted(schema) + "." + quoted(sequence))) {
            row.next();
            return new Position(schema, sequence, row.getLong(1), row.getBoolean(2));
        }
    }

    private List<String> texts(String sql) throws SQLException {
        return rows(sql, List.of(), row -> row.getString(1));
    }

    private List<Part> parts(String sql, List<String> schemas) throws SQLException {
        return rows(sql, List.of(schemas), row -> new Part(row.getString(1), row.getString(2), row.getString(3)));
    }

    private interface Reader<T> {

        T read(ResultSet row) throws SQLException;
    }

    /// @param parameters none, or one array of texts
    private <T> List<T> rows(String sql, List<List<String>> parameters, Reader<T> reader) throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            for (var values : parameters) {
                query.setArray(1, connection.createArrayOf("text", values.toArray()));
            }
            try (var rows = query.executeQuery()) {
                var read = new ArrayList<T>();
                while (rows.next()) {
                    read.add(reader.read(rows));
                }
                return read;
            }
        }
    }
}
