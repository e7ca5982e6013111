package io.encours.worklist;

import static encours.db.company.Tables.COMPANY_;
import static encours.db.customer.Tables.CUSTOMER_;
import static encours.db.identity.Tables.APP_USER;

import encours.db.customer.tables.Customer;
import io.encours.platform.Cursor;
import io.encours.platform.Problem;
import io.encours.platform.Slice;
import io.encours.worklist.mirror.MirroredCustomer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Groups of the supervisor by customer, a page at a time, by name.
@Component
class CustomerGroups {

    /// A customer, and what their lines in the selection add up to.
    record Found(MirroredCustomer customer, Sum sum) {}

    /// The first customers of a group by action.
    record Inside(String action, List<Found> customers) {}

    private static final Customer CUSTOMER = CUSTOMER_.as("c");

    private final DSLContext db;
    private final Pickers pickers;

    CustomerGroups(DSLContext db, Pickers pickers) {
        this.db = db;
        this.pickers = pickers;
    }

    /// @param cursor `next` of the page before
    Slice<ActionGroup> page(
            Selection selection, Presentation presentation, LocalDate today, @Nullable String cursor, int limit) {
        var picker = pickers.of(selection);
        var found = new ArrayList<Found>();
        picker.customers(cursor == null ? 0 : following(picker, cursor), customer -> {
            var sum = new Sum(today);
            picker.lines(line -> sum.add(customer, line, picker.step(customer, line)));
            found.add(new Found(customer, sum));
            return found.size() <= limit;
        });
        var heads = heads(found.stream());
        return slice(found, selection.group().action(), heads, presentation, limit);
    }

    /// The same for customers that were found with the groups they are in.
    List<Slice<ActionGroup>> slices(List<Inside> groups, Presentation presentation, int limit) {
        var heads = heads(groups.stream().flatMap(group -> group.customers().stream()));
        return groups.stream()
                .map(group -> slice(group.customers(), group.action(), heads, presentation, limit))
                .toList();
    }

    private static Slice<ActionGroup> slice(
            List<Found> found,
            @Nullable String action,
            Map<Long, ActionGroup.Customer> heads,
            Presentation presentation,
            int limit) {
        var groups = found.stream()
                .limit(limit)
                .flatMap(each -> Stream.ofNullable(heads.get(each.customer().id()))
                        .map(head -> group(each, action, head, presentation)))
                .toList();
        var last = found.size() > limit ? found.get(limit - 1).customer().id() : null;
        return new Slice<>(groups, last == null ? null : Cursor.after(last).toString());
    }

    private static ActionGroup group(
            Found found, @Nullable String action, ActionGroup.Customer head, Presentation presentation) {
        return new ActionGroup(
                new GroupKey(head.id(), action).text(presentation),
                head.name(),
                found.sum().actions(),
                found.sum().lines(),
                found.sum().late(),
                found.sum().total(),
                Optional.of(head),
                List.of(),
                null);
    }

    /// The place after the customer of the cursor.
    private static int following(Picker picker, String cursor) {
        return 1
                + picker.place(Cursor.parse(cursor, 1).number(0))
                        .orElseThrow(() -> Problem.unreadable("platform.problem.cursor"));
    }

    private Map<Long, ActionGroup.Customer> heads(Stream<Found> found) {
        var ids = found.map(each -> each.customer().id()).distinct().toArray(Long[]::new);
        return db.select(
                        CUSTOMER.ID,
                        CUSTOMER.CODE,
                        CUSTOMER.NAME,
                        CUSTOMER.PHONE,
                        CUSTOMER.EMAIL,
                        CUSTOMER.COUNTRY,
                        COMPANY_.CODE,
                        APP_USER.NAME)
                .from(CUSTOMER)
                .join(COMPANY_)
                .on(COMPANY_.ID.eq(CUSTOMER.COMPANY_ID))
                .leftJoin(APP_USER)
                .on(APP_USER.ID.eq(CUSTOMER.AGENT_ID))
                .where(CUSTOMER.ID.eq(DSL.any(ids)))
                .fetchMap(CUSTOMER.ID, row -> customer(row, CUSTOMER));
    }

    static ActionGroup.Customer customer(Record row, Customer customer) {
        return new ActionGroup.Customer(
                row.get(customer.ID),
                row.get(COMPANY_.CODE),
                row.get(customer.CODE),
                row.get(customer.NAME),
                row.get(customer.PHONE),
                row.get(customer.EMAIL),
                row.get(APP_USER.NAME),
                row.get(customer.COUNTRY));
    }
}
