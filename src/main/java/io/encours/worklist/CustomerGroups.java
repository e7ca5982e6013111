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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Groups of the supervisor by customer, a page at a time, by name or the most urgent first.
@Component
class CustomerGroups {

    /// A customer, and what their lines in the selection add up to.
    record Found(MirroredCustomer customer, Sum sum) {}

    /// The first customers of a group by action.
    record Inside(String action, List<Found> customers) {}

    private static final Customer CUSTOMER = CUSTOMER_.as("c");

    /// Where a customer stands among the most urgent.
    private record Place(long score, long customer) implements Comparable<Place> {

        private static final Comparator<Place> MOST_URGENT_FIRST =
                Comparator.comparingLong(Place::score).reversed().thenComparingLong(Place::customer);

        @Override
        public int compareTo(Place other) {
            return MOST_URGENT_FIRST.compare(this, other);
        }
    }

    private record Question(
            Selection selection, LocalDate today, @Nullable String after, int limit) {}

    private final DSLContext db;
    private final Pickers pickers;
    private final KeptAnswers<Question, List<Found>> mostUrgent = new KeptAnswers<>();

    CustomerGroups(DSLContext db, Pickers pickers) {
        this.db = db;
        this.pickers = pickers;
    }

    /// @param cursor `next` of the page before
    Slice<ActionGroup> page(
            Selection selection, Presentation presentation, LocalDate today, @Nullable String cursor, int limit) {
        var picker = pickers.of(selection);
        if (selection.isByPriority()) {
            var question = new Question(selection, today, cursor, limit + 1);
            var urgent = mostUrgent.of(picker.plan(), question, () -> mostUrgent(picker, question));
            return slice(urgent, selection.group().action(), heads(urgent.stream()), presentation, limit, true);
        }
        var found = new ArrayList<Found>();
        picker.customers(cursor == null ? 0 : following(picker, cursor), customer -> {
            var sum = new Sum(today);
            picker.lines(line -> sum.add(customer, line, picker.step(customer, line)));
            found.add(new Found(customer, sum));
            return found.size() <= limit;
        });
        var heads = heads(found.stream());
        return slice(found, selection.group().action(), heads, presentation, limit, false);
    }

    /// One pass over all of them: what each adds up to is looked at for the first only.
    private static List<Found> mostUrgent(Picker picker, Question question) {
        var ranking = Ranking.on(question.today());
        var after = question.after() == null ? null : Cursor.parse(question.after(), 2);
        var from = after == null ? null : new Place(after.number(0), after.number(1));
        var first = new PriorityQueue<Place>(Comparator.reverseOrder());
        picker.customers(0, customer -> {
            var urgency = new Sum(question.today());
            picker.lines(line -> urgency.add(ranking.score(customer, line, picker.step(customer, line))));
            var place = new Place(urgency.score(), customer.id());
            if (from == null || place.compareTo(from) > 0) {
                first.add(place);
                if (first.size() > question.limit()) {
                    first.remove();
                }
            }
            return true;
        });
        return first.stream()
                .sorted()
                .flatMap(place -> picker.customer(place.customer()).stream()
                        .map(customer -> found(picker, customer, question.today(), place.score())))
                .toList();
    }

    private static Found found(Picker picker, MirroredCustomer customer, LocalDate today, long score) {
        var sum = new Sum(today);
        sum.add(score);
        picker.lines(line -> sum.add(customer, line, picker.step(customer, line)));
        return new Found(customer, sum);
    }

    /// The same for customers that were found with the groups they are in.
    List<Slice<ActionGroup>> slices(List<Inside> groups, Presentation presentation, int limit, boolean byPriority) {
        var heads = heads(groups.stream().flatMap(group -> group.customers().stream()));
        return groups.stream()
                .map(group -> slice(group.customers(), group.action(), heads, presentation, limit, byPriority))
                .toList();
    }

    private static Slice<ActionGroup> slice(
            List<Found> found,
            @Nullable String action,
            Map<Long, ActionGroup.Customer> heads,
            Presentation presentation,
            int limit,
            boolean byPriority) {
        var groups = found.stream()
                .limit(limit)
                .flatMap(each -> Stream.ofNullable(heads.get(each.customer().id()))
                        .map(head -> group(each, action, head, presentation)))
                .toList();
        var last = found.size() > limit ? found.get(limit - 1) : null;
        return new Slice<>(
                groups,
                last == null
                        ? null
                        : byPriority
                                ? Cursor.after(
                                                last.sum().score(),
                                                last.customer().id())
                                        .toString()
                                : Cursor.after(last.customer().id()).toString());
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
