package io.encours.identity;

import static encours.db.identity.Tables.RETENTION;
import static encours.db.identity.Tables.RETENTION_RUN;

import io.encours.platform.BusinessDate;
import io.encours.platform.Checks;
import io.encours.platform.Perishable;
import io.encours.platform.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// How long what holds personal data is kept, and its removal (Q4).
@Service
public class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final int MOST_MONTHS = 600;

    /// @param months in force
    /// @param usual what Encours proposes
    /// @param due how many are older, and would be removed tonight
    /// @param last when some were removed last; null: never
    /// @param removed how many then
    public record Period(
            String kind,
            String textKey,
            String reasonKey,
            int months,
            int usual,
            int due,
            @Nullable Instant last,
            int removed) {}

    private final List<Perishable> kinds;
    private final DSLContext db;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Retention(
            List<Perishable> kinds, DSLContext db, Audit audit, Clock clock, PlatformTransactionManager transactions) {
        this.kinds = kinds.stream()
                .sorted(Comparator.comparingInt(Perishable::order))
                .toList();
        this.db = db;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    public List<Period> periods() {
        var chosen = months();
        return kinds.stream().map(kind -> period(kind, chosen)).toList();
    }

    private Period period(Perishable kind, Map<String, Integer> chosen) {
        var months = chosen.getOrDefault(kind.kind(), kind.months());
        var last = db.selectFrom(RETENTION_RUN)
                .where(RETENTION_RUN.KIND.eq(kind.kind()))
                .orderBy(RETENTION_RUN.ID.desc())
                .limit(1)
                .fetchOptional();
        return new Period(
                kind.kind(),
                kind.textKey(),
                kind.reasonKey(),
                months,
                kind.months(),
                kind.count().applyAsInt(before(months)),
                last.map(row -> row.getRanAt().toInstant()).orElse(null),
                last.map(row -> row.getRemoved()).orElse(0));
    }

    /// Says how long each of these kinds is kept; those not named stay as they are.
    ///
    /// @throws Problem invalid with every kind that is unknown or whose months are not from 1 to 600
    @Transactional
    public void keep(SignedIn user, Map<String, @Nullable Integer> months) {
        var checks = new Checks();
        var before = months();
        months.forEach((kind, number) -> {
            checks.that(find(kind).isPresent(), kind, "identity.retention.problem.unknown", kind);
            checks.that(
                    number != null && number >= 1 && number <= MOST_MONTHS,
                    kind,
                    "identity.retention.problem.months",
                    String.valueOf(MOST_MONTHS));
        });
        checks.orRefuse();
        months.forEach((kind, number) -> db.insertInto(RETENTION)
                .set(RETENTION.KIND, kind)
                .set(RETENTION.MONTHS, number)
                .onConflict(RETENTION.KIND)
                .doUpdate()
                .setAllToExcluded()
                .execute());
        audit.record(user, AuditKind.RETENTION, "periods", "", before, months());
    }

    /// Removes what is older than its period. A kind that fails does not keep the others from it.
    ///
    /// @return how many of each kind
    public Map<String, Integer> run() {
        var removed = new TreeMap<String, Integer>();
        var chosen = months();
        for (var kind : kinds) {
            try {
                var before = before(chosen.getOrDefault(kind.kind(), kind.months()));
                removed.put(kind.kind(), run(kind, before));
            } catch (RuntimeException e) {
                LOG.error("Retention of {} failed", kind.kind(), e);
            }
        }
        return removed;
    }

    private int run(Perishable kind, Instant before) {
        var removed = transaction.execute(status -> {
            var count = kind.remove().applyAsInt(before);
            if (count > 0) {
                db.insertInto(RETENTION_RUN)
                        .set(RETENTION_RUN.RAN_AT, clock.instant().atOffset(ZoneOffset.UTC))
                        .set(RETENTION_RUN.KIND, kind.kind())
                        .set(RETENTION_RUN.BEFORE, before.atOffset(ZoneOffset.UTC))
                        .set(RETENTION_RUN.REMOVED, count)
                        .execute();
                audit.record(
                        null,
                        AuditKind.RETENTION,
                        kind.kind(),
                        "",
                        Map.of(),
                        Map.of("removed", count, "before", before.toString()));
            }
            return count;
        });
        return removed == null ? 0 : removed;
    }

    private Optional<Perishable> find(String kind) {
        return kinds.stream().filter(one -> one.kind().equals(kind)).findFirst();
    }

    private Map<String, Integer> months() {
        return db.selectFrom(RETENTION).fetchMap(RETENTION.KIND, RETENTION.MONTHS);
    }

    private Instant before(int months) {
        return clock.instant()
                .atZone(BusinessDate.DEFAULT_ZONE)
                .minusMonths(months)
                .toInstant();
    }
}
