package io.encours.worklist;

import static encours.db.company.Tables.COMPANY_;
import static encours.db.customer.Tables.CUSTOMER_;
import static encours.db.identity.Tables.APP_USER;
import static encours.db.worklist.Tables.PLANNED_ACTION;
import static org.jooq.impl.DSL.any;

import encours.db.customer.tables.Customer;
import encours.db.worklist.tables.PlannedAction;
import io.encours.platform.ActionId;
import io.encours.platform.Money;
import io.encours.platform.RowId;
import io.encours.platform.Slice;
import io.encours.receivable.ItemKind;
import io.encours.strategy.ActionType;
import io.encours.strategy.Stage;
import io.encours.worklist.mirror.MirroredPlan;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The lines of a group of the supervisor, a page at a time, and what they add up to.
@Component
class ActionRows {

    private static final PlannedAction PLAN = PLANNED_ACTION.as("p");
    private static final Customer CUSTOMER = CUSTOMER_.as("c");

    /// @param after cursor of the page before
    private record Question(
            Selection selection,
            Presentation presentation,
            int limit,
            @Nullable String after,
            @Nullable Ranking ranking) {}

    private record Asked(Selection selection, LocalDate today) {}

    private final DSLContext db;
    private final Pickers pickers;
    private final KeptAnswers<Question, List<LineKey>> keptKeys = new KeptAnswers<>();
    private final KeptAnswers<Asked, Totals> keptTotals = new KeptAnswers<>();

    ActionRows(DSLContext db, Pickers pickers) {
        this.db = db;
        this.pickers = pickers;
    }

    Slice<ActionRow> page(
            Selection selection, Presentation presentation, LocalDate today, @Nullable String cursor, int limit) {
        var picker = pickers.of(selection);
        var question = new Question(selection, presentation, limit + 1, cursor, ranking(selection, today));
        var keys = keptKeys.of(picker.plan(), question, () -> first(picker, question));
        var shown = keys.subList(0, Math.min(limit, keys.size()));
        return new Slice<>(
                rows(selection, shown, today, picker.plan()),
                keys.size() > limit ? shown.getLast().cursor() : null);
    }

    private static List<LineKey> first(Picker picker, Question question) {
        var after = question.after();
        var presentation = question.presentation();
        var first = new FirstLines(
                presentation,
                question.limit(),
                after == null ? null : LineKey.parse(after, presentation, picker, question.ranking() != null),
                question.ranking());
        picker.customers(0, customer -> first.add(customer, picker));
        return first.inOrder();
    }

    /// All lines of these customers, by customer, each in the order of the presentation.
    Map<Long, List<ActionRow>> ofCustomers(
            Selection selection, Presentation presentation, LocalDate today, List<Long> customers) {
        var picker = pickers.of(selection);
        var all = new FirstLines(presentation, Integer.MAX_VALUE, null, ranking(selection, today));
        customers.forEach(id -> picker.customer(id).ifPresent(customer -> all.add(customer, picker)));
        return rows(selection, all.inOrder(), today, picker.plan()).stream()
                .collect(Collectors.groupingBy(row -> row.item().customer()));
    }

    Totals totals(Selection selection, LocalDate today) {
        var picker = pickers.of(selection);
        return keptTotals.of(picker.plan(), new Asked(selection, today), () -> totals(picker, today));
    }

    private static Totals totals(Picker picker, LocalDate today) {
        var sum = new Sum(today);
        picker.customers(0, customer -> {
            picker.lines(line -> sum.add(customer, line, picker.step(customer, line)));
            return true;
        });
        return new Totals(sum.actions(), sum.late(), sum.total());
    }

    private static @Nullable Ranking ranking(Selection selection, LocalDate today) {
        return selection.isByPriority() ? Ranking.on(today) : null;
    }

    /// The same with how urgent they are.
    private List<ActionRow> rows(Selection selection, List<LineKey> keys, LocalDate today, MirroredPlan plan) {
        return rows(selection, keys, today).stream()
                .map(row -> plan.place(row.item().customer()).stream()
                        .mapToObj(plan::customer)
                        .flatMap(customer -> Ranking.of(customer, row).stream())
                        .findFirst()
                        .map(row::with)
                        .orElse(row))
                .toList();
    }

    /// In the order of the keys. What was settled meanwhile is not there any more.
    List<ActionRow> rows(Selection selection, List<LineKey> keys, LocalDate today) {
        if (keys.isEmpty()) {
            return List.of();
        }
        var found = db
                .select(PLAN.fields())
                .select(
                        CUSTOMER.ID,
                        CUSTOMER.CODE,
                        CUSTOMER.NAME,
                        CUSTOMER.PHONE,
                        CUSTOMER.COUNTRY,
                        CUSTOMER.EMAIL,
                        COMPANY_.CODE,
                        APP_USER.NAME)
                .from(PLAN)
                .join(CUSTOMER)
                .on(CUSTOMER.ID.eq(PLAN.CUSTOMER_ID))
                .join(COMPANY_)
                .on(COMPANY_.ID.eq(PLAN.COMPANY_ID))
                .leftJoin(APP_USER)
                .on(APP_USER.ID.eq(PLAN.AGENT_ID))
                .where(
                        selection.scope().covers(PLAN.COMPANY_ID, PLAN.AGENT_ID),
                        PLAN.CUSTOMER_ID.eq(any(
                                keys.stream().map(LineKey::customer).distinct().toArray(Long[]::new))),
                        PLAN.ITEM_ID.eq(any(keys.stream().map(LineKey::item).toArray(Long[]::new))))
                .fetch(row -> line(row, today))
                .stream()
                .collect(Collectors.toMap(ActionRow::item, Function.identity()));
        return keys.stream()
                .map(key -> found.get(new RowId(key.customer(), key.item())))
                .filter(Objects::nonNull)
                .toList();
    }

    private static ActionRow line(Record row, LocalDate today) {
        var item = new RowId(row.get(PLAN.CUSTOMER_ID), row.get(PLAN.ITEM_ID));
        var due = row.get(PLAN.DUE_DATE);
        var amount = row.get(PLAN.AMOUNT);
        return new ActionRow(
                item,
                CustomerGroups.customer(row, CUSTOMER),
                row.get(PLAN.DOCUMENT),
                ItemKind.valueOf(row.get(PLAN.KIND)),
                row.get(PLAN.DOCUMENT_DATE),
                due,
                (int) ChronoUnit.DAYS.between(due, today),
                Money.of(amount, row.get(PLAN.CURRENCY)),
                Colour.of(amount, due, today),
                row.get(PLAN.CONTROL_ACCOUNT),
                row.get(PLAN.PAYMENT_METHOD),
                Optional.ofNullable(row.get(PLAN.CODE)).map(code -> action(row, item, code, today)),
                Optional.empty());
    }

    private static ActionRow.Action action(Record row, RowId item, String code, LocalDate today) {
        return new ActionRow.Action(
                new ActionId(item, row.get(PLAN.OCCURRENCE)),
                code,
                row.get(PLAN.LABEL),
                ActionType.valueOf(row.get(PLAN.TYPE)),
                Stage.valueOf(row.get(PLAN.STAGE)),
                row.get(PLAN.ACTION_DATE),
                row.get(PLAN.THEORETICAL_DATE),
                row.get(PLAN.UNTIL),
                row.get(PLAN.ACTION_DATE).isBefore(today));
    }
}
