package io.encours.worklist.mirror;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Reads the plan into memory. Everything of one reading is of one snapshot of the database; the next reading
/// asks for what transactions changed that this snapshot does not contain, whatever the order they end in.
@Component
class MirrorStore {

    private static final int FETCHED_AT_ONCE = 5_000;

    /// A note that came with a restored backup is of another server's transactions, which may be ahead of this
    /// one's.
    private static final String SINCE = """
            from worklist.plan_change
            where changed_by >= pg_snapshot_xmin(?::pg_snapshot) and not pg_visible_in_snapshot(changed_by, ?::pg_snapshot)
            and changed_by < pg_snapshot_xmax(pg_current_snapshot())
            """;

    private static final String CUSTOMERS = """
            select c.id, c.company_id, c.agent_id, c.name, c.search_key,
                coalesce(round(b.days_from_invoice * 10.0 / b.invoices)::int, %1$d),
                coalesce(round(b.days_late * 10.0 / b.invoices)::int, %1$d),
                coalesce((d.dso * 10)::int, %1$d), coalesce(c.risk_class, '')
            from customer.customer c
            left join prediction.payment_behaviour b on b.customer_id = c.id and b.invoices > 0
            left join prediction.customer_dso d on d.customer_id = c.id
            """.formatted(MirroredCustomer.UNKNOWN);

    /// Parts of a step in the order `Steps` reads them.
    private static final String LINES = """
            select customer_id, item_id, (greatest(least(amount, 9e14), -9e14) * 10000)::bigint, coalesce(action_date - date '1970-01-01', %d),
                due_date - date '1970-01-01',
                control_account || e'\\x1f' || currency || e'\\x1f' || coalesce(
                    code || e'\\x1f' || label || e'\\x1f' || type || e'\\x1f' || stage || e'\\x1f' || coalesce(position::text, ''), '')
            from worklist.planned_action
            where (code is not null or reason = 'CREDIT')""".formatted(MirroredCustomer.NO_DAY);

    private final DSLContext db;
    private final Clock clock;
    private final TransactionTemplate oneSnapshot;

    /// Guarded by the lock of `PlanMirror`.
    private Steps steps = new Steps();

    MirrorStore(DSLContext db, Clock clock, PlatformTransactionManager transactions) {
        this.db = db;
        this.clock = clock;
        this.oneSnapshot = new TransactionTemplate(transactions);
        this.oneSnapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.oneSnapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.oneSnapshot.setReadOnly(true);
    }

    MirroredPlan readAll() {
        return reading(connection -> {
            var snapshot = snapshot(connection);
            steps = new Steps();
            var lines = lines(connection, "", null);
            var customers =
                    customers(connection, " order by c.name, c.id", null, lines).toArray(MirroredCustomer[]::new);
            return MirroredPlan.of(snapshot, clock.instant(), customers, steps.sofar());
        });
    }

    /// The same plan when nothing was committed since it was read.
    MirroredPlan bringUpToDate(MirroredPlan known) {
        if (known.readAt().isBefore(clock.instant().minus(PlanChanges.KEPT.dividedBy(2)))) {
            return readAll();
        }
        return hasChanged(known) ? reading(connection -> readChanged(connection, known)) : known;
    }

    private boolean hasChanged(MirroredPlan known) {
        return db.fetchSingle("select exists (select " + SINCE + ")", known.snapshot(), known.snapshot())
                .into(boolean.class);
    }

    private MirroredPlan readChanged(Connection connection, MirroredPlan known) throws SQLException {
        var snapshot = snapshot(connection);
        var companies = new ArrayList<Long>();
        var ids = new ArrayList<Long>();
        try (var query = connection.prepareStatement("select distinct company_id, customer_id " + SINCE)) {
            query.setString(1, known.snapshot());
            query.setString(2, known.snapshot());
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    var customer = number(row, 2);
                    (customer == null ? companies : ids).add(customer == null ? row.getLong(1) : customer);
                }
            }
        }
        var changed = new ArrayList<MirroredCustomer>();
        if (!companies.isEmpty()) {
            changed.addAll(read(connection, "company_id", "c.company_id", companies));
        }
        if (!ids.isEmpty()) {
            changed.addAll(read(connection, "customer_id", "c.id", ids));
        }
        return isSameOrder(known, changed)
                ? known.with(snapshot, clock.instant(), changed, steps.sofar())
                : MirroredPlan.of(snapshot, clock.instant(), inOrder(connection, known, changed), steps.sofar());
    }

    private List<MirroredCustomer> read(
            Connection connection, String keyOfLines, String keyOfCustomers, Collection<Long> keys)
            throws SQLException {
        var lines = lines(connection, " and " + keyOfLines + " = any (?)", keys);
        return customers(connection, " where " + keyOfCustomers + " = any (?)", keys, lines);
    }

    /// No customer is new, and none has another name.
    private static boolean isSameOrder(MirroredPlan known, List<MirroredCustomer> changed) {
        return changed.stream().allMatch(customer -> {
            var place = known.place(customer.id());
            return place.isPresent() && known.customer(place.getAsInt()).name().equals(customer.name());
        });
    }

    private static MirroredCustomer[] inOrder(Connection connection, MirroredPlan known, List<MirroredCustomer> changed)
            throws SQLException {
        var newer = new HashMap<Long, MirroredCustomer>();
        changed.forEach(customer -> newer.put(customer.id(), customer));
        var all = new ArrayList<MirroredCustomer>();
        try (var query = connection.prepareStatement("select id from customer.customer order by name, id");
                var row = rows(query)) {
            while (row.next()) {
                var id = row.getLong(1);
                var customer = newer.get(id);
                var place = known.place(id);
                if (customer != null) {
                    all.add(customer);
                } else if (place.isPresent()) {
                    all.add(known.customer(place.getAsInt()));
                }
                // Else it has no plan yet; the transaction that plans it notes it.
            }
        }
        return all.toArray(MirroredCustomer[]::new);
    }

    private Map<Long, PlanLines> lines(Connection connection, String which, @Nullable Collection<Long> keys)
            throws SQLException {
        var found = new HashMap<Long, PlanLines>();
        try (var query = prepared(connection, LINES + which, keys);
                var row = rows(query)) {
            while (row.next()) {
                found.computeIfAbsent(row.getLong(1), customer -> new PlanLines())
                        .add(
                                row.getLong(2),
                                row.getLong(3),
                                row.getInt(4),
                                row.getInt(5),
                                steps.number(row.getString(6)));
            }
        }
        return found;
    }

    private static List<MirroredCustomer> customers(
            Connection connection, String which, @Nullable Collection<Long> keys, Map<Long, PlanLines> lines)
            throws SQLException {
        var found = new ArrayList<MirroredCustomer>();
        try (var query = prepared(connection, CUSTOMERS + which, keys);
                var row = rows(query)) {
            while (row.next()) {
                var own = lines.get(row.getLong(1));
                found.add(new MirroredCustomer(
                        row.getLong(1),
                        row.getLong(2),
                        number(row, 3),
                        row.getString(4),
                        row.getString(5),
                        new MirroredCustomer.Habits(
                                row.getInt(6),
                                row.getInt(7),
                                row.getInt(8),
                                row.getString(9).intern()),
                        own == null ? PlanLines.NONE : own.trimmed()));
            }
        }
        return found;
    }

    private static PreparedStatement prepared(Connection connection, String sql, @Nullable Collection<Long> keys)
            throws SQLException {
        var query = connection.prepareStatement(sql);
        if (keys != null) {
            query.setArray(1, connection.createArrayOf("bigint", keys.toArray()));
        }
        return query;
    }

    private static ResultSet rows(PreparedStatement query) throws SQLException {
        query.setFetchSize(FETCHED_AT_ONCE);
        return query.executeQuery();
    }

    private static @Nullable Long number(ResultSet row, int column) throws SQLException {
        var value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    private static String snapshot(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("select pg_current_snapshot()::text");
                var row = query.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    private MirroredPlan reading(Reading reading) {
        return Objects.requireNonNull(
                oneSnapshot.execute(status -> db.connectionResult(connection -> reading.read(connection))));
    }

    private interface Reading {
        MirroredPlan read(Connection connection) throws SQLException;
    }
}
