package io.encours.worklist;

import static encours.db.customer.Tables.CUSTOMER_;
import static encours.db.worklist.Tables.PRINTOUT;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import io.encours.identity.SignedIn;
import io.encours.platform.BusinessDate;
import io.encours.platform.Scope;
import io.encours.timeline.EventType;
import io.encours.timeline.NewEvent;
import io.encours.timeline.Timeline;
import io.encours.worklist.ActionStore.Place;
import io.encours.worklist.Printing.Printout;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Keeps printed lists, and tells of each item on them.
@Component
class PrintoutStore {

    private final DSLContext db;
    private final Timeline timeline;
    private final ActionStore actions;
    private final BusinessDate businessDate;
    private final Clock clock;

    PrintoutStore(DSLContext db, Timeline timeline, ActionStore actions, BusinessDate businessDate, Clock clock) {
        this.db = db;
        this.timeline = timeline;
        this.actions = actions;
        this.businessDate = businessDate;
        this.clock = clock;
    }

    @Transactional
    Printout keep(SignedIn user, Scope scope, Presentation presentation, List<ActionRow> lines, byte[] pdf) {
        var customers =
                lines.stream().map(line -> line.item().customer()).distinct().toArray(Long[]::new);
        var id = Objects.requireNonNull(db.insertInto(PRINTOUT)
                .set(PRINTOUT.CUSTOMERS, customers)
                .set(PRINTOUT.MADE_AT, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .set(PRINTOUT.MADE_BY, user.id())
                .set(PRINTOUT.PRESENTATION, presentation.name())
                .set(PRINTOUT.ITEMS, lines.size())
                .set(PRINTOUT.PDF, pdf)
                .returning(PRINTOUT.ID)
                .fetchSingle()
                .getId());
        var places = actions.places(scope, customers);
        timeline.recordAll(lines.stream()
                .map(line -> event(
                        user,
                        line,
                        Objects.requireNonNull(places.get(line.item().customer())),
                        id))
                .toList());
        return new Printout(id, lines.size(), new ByteArrayResource(pdf));
    }

    Optional<Printout> find(long user, Scope scope, long id) {
        return db.select(PRINTOUT.ITEMS, PRINTOUT.PDF)
                .from(PRINTOUT)
                .where(
                        PRINTOUT.ID.eq(id),
                        PRINTOUT.MADE_BY.eq(user),
                        notExists(selectOne()
                                .from(CUSTOMER_)
                                .where(CUSTOMER_.ID.eq(any(PRINTOUT.CUSTOMERS)))
                                .andNot(scope.covers(CUSTOMER_.COMPANY_ID, CUSTOMER_.AGENT_ID))))
                .fetchOptional(row -> new Printout(id, row.value1(), new ByteArrayResource(row.value2())));
    }

    private NewEvent event(SignedIn user, ActionRow line, Place place, long printout) {
        var details = new HashMap<String, String>();
        details.put("printout", String.valueOf(printout));
        line.action().ifPresent(action -> {
            details.put("code", action.code());
            details.put("label", action.label());
        });
        if (place.absent() != null) {
            details.put(NewEvent.ON_BEHALF_OF, place.absent());
        }
        return new NewEvent(
                place.companyId(),
                line.item().customer(),
                businessDate.today(place.zone()),
                user,
                EventType.PRINTED,
                null,
                "",
                null,
                details,
                List.of(line.item().id()));
    }
}
