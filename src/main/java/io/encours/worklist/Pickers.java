package io.encours.worklist;

import static encours.db.company.Tables.COMPANY_;
import static encours.db.identity.Tables.APP_USER;

import io.encours.prediction.DelayReferenceChanged;
import io.encours.prediction.PredictionOptions;
import io.encours.worklist.mirror.PlanChanges;
import io.encours.worklist.mirror.PlanMirror;
import java.util.Locale;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.ResultQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Makes pickers, on the plan as it is now.
@Component
class Pickers {

    /// What nobody has: the code or login of the filter is unknown, so nothing is in the selection.
    private static final Long NOBODY = -1L;

    private final PlanMirror mirror;
    private final DSLContext db;
    private final PredictionOptions options;
    private final PlanChanges changes;

    Pickers(PlanMirror mirror, DSLContext db, PredictionOptions options, PlanChanges changes) {
        this.changes = changes;
        this.mirror = mirror;
        this.db = db;
        this.options = options;
    }

    /// Answers that were kept are asked again.
    @EventListener
    void forget(DelayReferenceChanged change) {
        changes.noteAll(change.companyId());
    }

    Picker of(Selection selection) {
        var filter = selection.filter();
        return new Picker(
                selection,
                mirror.now(),
                company(filter.customers().company()),
                agent(filter.customers().agent()),
                filter.behaviour().asksForDelay() ? options.references() : Map.of());
    }

    private @Nullable Long company(@Nullable String code) {
        return code == null || code.isBlank()
                ? null
                : found(db.select(COMPANY_.ID).from(COMPANY_).where(COMPANY_.CODE.eq(code)));
    }

    private @Nullable Long agent(@Nullable String login) {
        return login == null || login.isBlank()
                ? null
                : found(db.select(APP_USER.ID).from(APP_USER).where(APP_USER.LOGIN.eq(login.toLowerCase(Locale.ROOT))));
    }

    private static Long found(ResultQuery<Record1<Long>> query) {
        return query.fetchOptional(Record1::value1).orElse(NOBODY);
    }
}
