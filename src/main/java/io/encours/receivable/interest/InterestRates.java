package io.encours.receivable.interest;

import static encours.db.receivable.Tables.REFERENCE_RATE;

import io.encours.identity.Audit;
import io.encours.identity.AuditKind;
import io.encours.identity.SignedIn;
import io.encours.platform.Checks;
import io.encours.platform.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The published rates, the same for all companies: reading, adding, correcting. Each with its source; every change is
/// in the audit trail.
@Service
public class InterestRates {

    /// What a caller says of a rate; checked here.
    ///
    /// @param semester `2026-H2`
    public record Draft(
            @Nullable String kind,
            @Nullable String semester,
            @Nullable String percent,
            @Nullable String source) {}

    private static final BigDecimal LEAST = BigDecimal.valueOf(-5);
    private static final int LONGEST_SOURCE = 500;
    private static final int FIRST_YEAR = 1999;
    private static final int LAST_YEAR = 2100;

    private final DSLContext db;
    private final Audit audit;

    InterestRates(DSLContext db, Audit audit) {
        this.db = db;
        this.audit = audit;
    }

    /// The latest first.
    public List<ReferenceRate> list() {
        return db.selectFrom(REFERENCE_RATE)
                .orderBy(REFERENCE_RATE.SEMESTER.desc(), REFERENCE_RATE.KIND)
                .fetch(row -> new ReferenceRate(
                        RateKind.valueOf(row.getKind()),
                        Semester.of(row.getSemester()),
                        Percent.tidy(row.getPercent()),
                        row.getSource()));
    }

    public ReferenceRates published() {
        return new ReferenceRates(list());
    }

    /// What is not known yet of the half-year of a day, of what computing needs.
    public List<RateKind> missing(LocalDate day) {
        var rates = published();
        return Arrays.stream(new RateKind[] {RateKind.MRO, RateKind.LEGAL_PRO})
                .filter(kind -> !rates.isKnown(kind, Semester.of(day)))
                .toList();
    }

    /// Adds a rate or corrects it.
    ///
    /// @throws Problem forbidden for others than administrators; refused with the fields that are wrong
    @Transactional
    public ReferenceRate put(SignedIn by, Draft draft) {
        if (!by.administers()) {
            throw Problem.forbidden("platform.problem.forbidden");
        }
        var rate = checked(draft);
        var before = find(rate.kind(), rate.semester());
        db.insertInto(REFERENCE_RATE)
                .set(REFERENCE_RATE.KIND, rate.kind().name())
                .set(REFERENCE_RATE.SEMESTER, rate.semester().firstDay())
                .set(REFERENCE_RATE.PERCENT, rate.percent())
                .set(REFERENCE_RATE.SOURCE, rate.source())
                .onDuplicateKeyUpdate()
                .set(REFERENCE_RATE.PERCENT, rate.percent())
                .set(REFERENCE_RATE.SOURCE, rate.source())
                .execute();
        var name = rate.kind() + " " + rate.semester();
        audit.record(
                by,
                AuditKind.INTEREST,
                name,
                name,
                before.map(InterestRates::facts).orElse(null),
                facts(rate));
        return rate;
    }

    private Optional<ReferenceRate> find(RateKind kind, Semester semester) {
        return list().stream()
                .filter(rate -> rate.kind() == kind && rate.semester().equals(semester))
                .findFirst();
    }

    private static ReferenceRate checked(Draft draft) {
        var checks = new Checks();
        var kind = checks.choice("kind", draft.kind(), RateKind.class, null);
        var written = checks.required("semester", draft.semester(), 10);
        var semester =
                Semester.parse(written).filter(parsed -> parsed.year() >= FIRST_YEAR && parsed.year() <= LAST_YEAR);
        checks.that(written.isEmpty() || semester.isPresent(), "semester", "receivable.interest.problem.semester");
        var percent = Percent.read("percent", draft.percent(), LEAST, checks);
        checks.that(
                percent != null || (draft.percent() != null && !draft.percent().isBlank()),
                "percent",
                "platform.problem.required");
        var source = checks.required("source", draft.source(), LONGEST_SOURCE);
        checks.orRefuse();
        return new ReferenceRate(
                Objects.requireNonNull(kind),
                semester.orElseThrow(),
                Percent.tidy(Objects.requireNonNull(percent)),
                source);
    }

    private record Facts(String percent, String source) {}

    private static Facts facts(ReferenceRate rate) {
        return new Facts(rate.percent().toPlainString(), rate.source());
    }
}
