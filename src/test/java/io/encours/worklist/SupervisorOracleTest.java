package io.encours.worklist;

import static encours.db.customer.Tables.CUSTOMER_;
import static encours.db.worklist.Tables.PLANNED_ACTION;
import static org.assertj.core.api.Assertions.assertThat;

import encours.db.customer.tables.records.CustomerRecord;
import encours.db.worklist.tables.records.PlannedActionRecord;
import io.encours.company.Company;
import io.encours.identity.SignedIn;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.strategy.ActionType;
import io.encours.strategy.Stage;
import io.encours.testing.Fixtures;
import io.encours.testing.IntegrationTest;
import io.encours.worklist.Presentation.Level;
import io.encours.worklist.mirror.PlanChanges;
import io.encours.worklist.mirror.PlanMirror;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Groups, sums, lines and their order against the rows of the plan, read as they are and filtered one by one.
@IntegrationTest
@DisplayName("S1, S3, S4: whatever is asked, the supervisor says what the plan says")
class SupervisorOracleTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final int CUSTOMERS = 40;
    private static final int QUESTIONS = 40;
    private static final List<String> NAMES = List.of("Étoile", "ETOILE", "Garage", "L’Œuvre", "Zinc & Fils", "abc");

    @Autowired
    private DSLContext db;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Supervisor supervisor;

    @Autowired
    private PlanChanges changes;

    @Autowired
    private PlanMirror mirror;

    private final Random random = new Random(7);
    private final List<Long> customers = new ArrayList<>();
    private Company company;
    private PlanFixture fixture;
    private SignedIn agent;
    private SignedIn other;

    /// Its plans are made up, which the doctor would tell.
    @AfterEach
    void away() {
        db.execute("delete from worklist.planned_action where company_id = ?", company.id());
        db.execute("delete from receivable.open_item where company_id = ?", company.id());
    }

    @BeforeEach
    void aPlan() {
        company = fixtures.aCompany();
        fixture = new PlanFixture(db, company);
        agent = fixtures.anAgent(company);
        other = fixtures.anAgent(company);
        IntStream.range(0, CUSTOMERS).forEach(number -> customers.add(aCustomer()));
        customers.forEach(this::planAnew);
        changes.note(company.id(), customers.toArray(Long[]::new));
    }

    @Test
    void for_any_scope_filter_and_presentation() {
        for (var question = 0; question < QUESTIONS; question++) {
            ask(scope(), filter());
        }
    }

    @Test
    void and_again_after_plans_names_agents_and_customers_changed() {
        ask(fixtures.everythingOf(company), Filter.NONE);
        for (var change = 0; change < QUESTIONS; change++) {
            var customer = customers.get(random.nextInt(customers.size()));
            switch (random.nextInt(5)) {
                case 0 -> planAnew(customer);
                case 3 -> behave(customer);
                case 1 -> rename(customer);
                case 2 -> give(customer);
                default -> {
                    customer = aCustomer();
                    customers.add(customer);
                    planAnew(customer);
                }
            }
            changes.note(company.id(), new Long[] {customer});
            ask(scope(), filter());
        }
    }

    @Test
    void and_after_so_many_changes_that_only_the_company_is_noted() {
        ask(fixtures.everythingOf(company), Filter.NONE);
        customers.forEach(this::planAnew);
        var many = Stream.generate(() -> customers.getFirst()).limit(6_000).toArray(Long[]::new);
        changes.note(company.id(), many);

        ask(fixtures.everythingOf(company), Filter.NONE);
    }

    @Test
    void what_a_transaction_changes_is_seen_after_its_commit_only() {
        var everything = fixtures.everythingOf(company);
        var before = supervisor.totals(everything, Filter.NONE);
        db.transaction(inside -> {
            inside.dsl()
                    .deleteFrom(PLANNED_ACTION)
                    .where(PLANNED_ACTION.COMPANY_ID.eq(company.id()))
                    .execute();
            inside.dsl()
                    .execute("insert into worklist.plan_change values (?, null, default, '2026-11-24')", company.id());

            assertThat(supervisor.totals(everything, Filter.NONE)).isEqualTo(before);
        });

        assertThat(supervisor.totals(everything, Filter.NONE).count()).isZero();
    }

    @Test
    void notes_of_another_server_in_a_restored_backup_are_passed_over() {
        db.execute("insert into worklist.plan_change values (?, null, '9000000000000000', '2026-11-24')", company.id());
        var plan = mirror.now();

        assertThat(mirror.now()).isSameAs(plan);
    }

    private void ask(Scope scope, Filter filter) {
        var all = db.selectFrom(PLANNED_ACTION)
                .where(PLANNED_ACTION.COMPANY_ID.eq(company.id()))
                .fetch();
        var customersById = db.selectFrom(CUSTOMER_)
                .where(CUSTOMER_.COMPANY_ID.eq(company.id()))
                .fetchMap(CUSTOMER_.ID);
        var items = all.stream()
                .filter(row -> scope.covers(row.getCompanyId(), row.getAgentId()))
                .filter(row -> isItem(row, filter)
                        && (filter.customers().words() == null
                                || customersById
                                        .get(row.getCustomerId())
                                        .getSearchKey()
                                        .contains(filter.customers().words()))
                        && isCustomer(customersById.get(row.getCustomerId()), filter))
                .toList();
        var actions = items.stream()
                .filter(row -> row.getCode() != null && isAction(row, filter))
                .toList();
        var acted = actions.stream().map(PlannedActionRecord::getCustomerId).collect(Collectors.toSet());
        var lines = Stream.concat(
                        actions.stream(),
                        items.stream()
                                .filter(row -> "CREDIT".equals(row.getReason()) && acted.contains(row.getCustomerId())))
                .toList();

        var totals = supervisor.totals(scope, filter);
        assertThat(totals.count()).isEqualTo(actions.size());
        assertThat(totals.late()).isEqualTo(late(actions));
        assertTotal(totals.total(), lines);
        for (var presentation : Presentation.values()) {
            check(scope, filter, presentation, lines);
        }
    }

    private void check(Scope scope, Filter filter, Presentation presentation, List<PlannedActionRecord> lines) {
        var groups = allGroups(scope, filter, presentation);
        Map<String, List<PlannedActionRecord>> expected = lines.stream()
                .collect(Collectors.groupingBy(row -> presentation.groups() == Level.CUSTOMER
                        ? row.getCustomerId().toString()
                        : Objects.requireNonNullElse(row.getCode(), "-")));
        assertThat(groups).hasSameSizeAs(expected.keySet());
        for (var group : groups) {
            var key = group.customer()
                    .map(customer -> String.valueOf(customer.id()))
                    .orElse(group.key());
            var of = expected.get(key);
            assertThat(of).as(key).isNotNull();
            assertThat(group.lines()).isEqualTo(of.size());
            assertThat(group.late()).isEqualTo(late(of));
            assertTotal(group.total(), of);
            var shownLines = linesOf(scope, filter, presentation, group.key());
            assertThat(shownLines).containsExactlyInAnyOrderElementsOf(ids(of));
            if (filter.order() == Filter.Order.PRIORITY) {
                assertThat(shownLines.stream().map(id -> urgency(id, of)))
                        .isSortedAccordingTo(Comparator.reverseOrder());
            }
            for (var inside : group.groups()) {
                var ofBoth = of.stream()
                        .filter(row -> presentation.inside() == Level.CUSTOMER
                                ? row.getCustomerId()
                                        == inside.customer().orElseThrow().id()
                                : inside.key().endsWith("/" + Objects.requireNonNullElse(row.getCode(), "-")))
                        .toList();
                assertThat(inside.lines()).isEqualTo(ofBoth.size());
                assertTotal(inside.total(), ofBoth);
                assertThat(linesOf(scope, filter, presentation, inside.key()))
                        .containsExactlyInAnyOrderElementsOf(ids(ofBoth));
            }
        }
        if (presentation.groups() == Level.CUSTOMER) {
            var shown = groups.stream()
                    .map(group -> group.customer().orElseThrow().id())
                    .toList();
            if (filter.order() == Filter.Order.PRIORITY) {
                assertThat(shown.stream()
                                .map(id -> expected.get(id.toString()).stream()
                                        .mapToLong(row ->
                                                urgency(new RowId(row.getCustomerId(), row.getItemId()), List.of(row)))
                                        .map(urgency -> Math.max(0, urgency))
                                        .sum()))
                        .isSortedAccordingTo(Comparator.reverseOrder());
            } else {
                assertThat(shown).isEqualTo(byName(shown));
            }
        }
    }

    /// Credits come after every action.
    private long urgency(RowId id, List<PlannedActionRecord> rows) {
        return rows.stream()
                .filter(row -> row.getItemId() == id.id() && row.getCustomerId() == id.customer())
                .mapToLong(row -> row.getCode() == null ? Long.MIN_VALUE : (long) urgency(row))
                .findFirst()
                .orElseThrow();
    }

    /// In pages of seven.
    private List<ActionGroup> allGroups(Scope scope, Filter filter, Presentation presentation) {
        var found = new ArrayList<ActionGroup>();
        String cursor = null;
        do {
            var page = supervisor.groups(scope, filter, presentation, cursor, 7);
            found.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return found;
    }

    /// In pages of three, each line after the one before.
    private List<RowId> linesOf(Scope scope, Filter filter, Presentation presentation, String group) {
        var found = new ArrayList<RowId>();
        var days = new ArrayList<LocalDate>();
        String cursor = null;
        do {
            var page = supervisor.rows(scope, filter, presentation, group, cursor, 3);
            page.items().forEach(row -> {
                found.add(row.item());
                days.add(
                        switch (presentation) {
                            case CUSTOMER, ACTION ->
                                row.action().map(ActionRow.Action::date).orElse(LocalDate.MAX);
                            case CUSTOMER_DUE_DATE, ACTION_DUE_DATE -> row.dueDate();
                            case CUSTOMER_ACTION, ACTION_CUSTOMER -> LocalDate.MIN;
                        });
            });
            cursor = page.next();
        } while (cursor != null);
        if (filter.order() != Filter.Order.PRIORITY) {
            assertThat(days).isSorted();
        }
        assertThat(found).doesNotHaveDuplicates();
        return found;
    }

    private List<Long> byName(List<Long> ids) {
        return db.select(CUSTOMER_.ID)
                .from(CUSTOMER_)
                .where(CUSTOMER_.ID.in(new HashSet<>(ids)))
                .orderBy(CUSTOMER_.NAME, CUSTOMER_.ID)
                .fetch(CUSTOMER_.ID);
    }

    private boolean isItem(PlannedActionRecord row, Filter filter) {
        return (filter.customers().agent() == null || Objects.equals(row.getAgentId(), agent.id()))
                && (filter.items().controlAccount() == null
                        || filter.items().controlAccount().equals(row.getControlAccount()))
                && (filter.items().amountFrom() == null
                        || row.getAmount().compareTo(filter.items().amountFrom()) >= 0)
                && (filter.items().amountTo() == null
                        || row.getAmount().compareTo(filter.items().amountTo()) <= 0)
                && (filter.items().dueFrom() == null
                        || !row.getDueDate().isBefore(filter.items().dueFrom()))
                && (filter.items().dueTo() == null
                        || !row.getDueDate().isAfter(filter.items().dueTo()));
    }

    private static boolean isAction(PlannedActionRecord row, Filter filter) {
        return (filter.actions().from() == null
                        || !row.getActionDate().isBefore(filter.actions().from()))
                && (filter.actions().to() == null
                        || !row.getActionDate().isAfter(filter.actions().to()))
                && (filter.actions().types().isEmpty()
                        || filter.actions().types().contains(ActionType.valueOf(row.getType())))
                && (filter.actions().stages().isEmpty()
                        || filter.actions().stages().contains(Stage.valueOf(row.getStage())));
    }

    private static int late(List<PlannedActionRecord> rows) {
        return (int) rows.stream()
                .filter(row -> row.getCode() != null && row.getActionDate().isBefore(TODAY))
                .count();
    }

    private static void assertTotal(io.encours.platform.@Nullable Money total, List<PlannedActionRecord> rows) {
        var currencies =
                rows.stream().map(PlannedActionRecord::getCurrency).distinct().count();
        if (currencies != 1) {
            assertThat(total).isNull();
        } else {
            assertThat(Objects.requireNonNull(total).amount())
                    .isEqualByComparingTo(
                            rows.stream().map(PlannedActionRecord::getAmount).reduce(BigDecimal.ZERO, BigDecimal::add));
        }
    }

    private static List<RowId> ids(List<PlannedActionRecord> rows) {
        return rows.stream()
                .map(row -> new RowId(row.getCustomerId(), row.getItemId()))
                .toList();
    }

    private Scope scope() {
        return switch (random.nextInt(4)) {
            case 0 -> new Scope(agent.id(), Set.of(company.id()), Scope.Portfolio.OWN);
            case 1 -> new Scope(agent.id(), Set.of(company.id()), Scope.Portfolio.OWN, Set.of(other.id()));
            case 2 -> new Scope(agent.id(), Set.of(company.id() + 1), Scope.Portfolio.EVERYONE);
            default -> fixtures.everythingOf(company);
        };
    }

    private Filter filter() {
        return new Filter(
                new Filter.Customers(
                        maybe(company.code()),
                        maybe(agent.login()),
                        maybe(List.of("etoile", "g", "zzz", "oeuvre", "1").get(random.nextInt(5)))),
                new Filter.Items(maybe("411"), maybe(amount()), maybe(amount()), maybe(day()), maybe(day())),
                new Filter.Actions(
                        maybe(day()),
                        maybe(day()),
                        random.nextBoolean() ? Set.of(ActionType.PHONE, ActionType.SMS) : Set.of(),
                        random.nextBoolean() ? Set.of(Stage.AMICABLE) : Set.of()),
                new Filter.Behaviour(
                        maybe(BigDecimal.valueOf(random.nextInt(0, 600), 1)),
                        maybe(BigDecimal.valueOf(random.nextInt(300, 900), 1)),
                        maybe(BigDecimal.valueOf(random.nextInt(0, 600), 1)),
                        maybe(BigDecimal.valueOf(random.nextInt(300, 900), 1)),
                        maybe("b")),
                random.nextBoolean() ? Filter.Order.PRIORITY : null);
    }

    /// As a person would work it out: amount × lateness × behaviour (S9), to the hundredth of each factor.
    private double urgency(PlannedActionRecord row) {
        var late = ChronoUnit.DAYS.between(row.getDueDate(), TODAY);
        var habits = habits(row.getCustomerId());
        var ofLateness =
                habits.lateness() == null ? 0 : Math.clamp(habits.lateness().doubleValue(), 0, 180) / 30;
        var ofDso = habits.dso() == null ? 0 : Math.clamp(habits.dso().doubleValue(), 0, 365) / 90;
        return row.getAmount().doubleValue()
                * hundredths(late >= 0 ? 1 + late / 30.0 : 30.0 / (30 - late))
                * hundredths(1 + ofLateness)
                * hundredths(1 + ofDso);
    }

    private static double hundredths(double factor) {
        return Math.floor(factor * 100 + 1e-9) / 100;
    }

    private record Habits(
            @Nullable BigDecimal delay,
            @Nullable BigDecimal lateness,
            @Nullable BigDecimal dso) {}

    private Habits habits(long customer) {
        return db.fetchSingle("""
                select round(b.days_from_invoice::numeric / b.invoices, 1), round(b.days_late::numeric / b.invoices, 1), d.dso
                from customer.customer c left join prediction.payment_behaviour b on b.customer_id = c.id
                left join prediction.customer_dso d on d.customer_id = c.id where c.id = ?
                """, customer)
                .map(row -> new Habits(
                        row.get(0, BigDecimal.class), row.get(1, BigDecimal.class), row.get(2, BigDecimal.class)));
    }

    private boolean isCustomer(CustomerRecord customer, Filter filter) {
        var habits = habits(customer.getId());
        return (filter.behaviour().riskClass() == null
                        || filter.behaviour().riskClass().equalsIgnoreCase(customer.getRiskClass()))
                && isBetween(
                        habits.delay(),
                        filter.behaviour().delayFrom(),
                        filter.behaviour().delayTo())
                && isBetween(
                        habits.dso(),
                        filter.behaviour().dsoFrom(),
                        filter.behaviour().dsoTo());
    }

    private static boolean isBetween(@Nullable BigDecimal figure, @Nullable BigDecimal from, @Nullable BigDecimal to) {
        return (from == null && to == null)
                || (figure != null
                        && (from == null || figure.compareTo(from) >= 0)
                        && (to == null || figure.compareTo(to) <= 0));
    }

    /// Of some nothing is known.
    private void behave(long customer) {
        if (random.nextInt(4) > 0) {
            db.execute("""
                    insert into prediction.payment_behaviour values (?, ?, 3, ?, ?, 0, 0, 0)
                    on conflict (customer_id) do update
                    set days_from_invoice = excluded.days_from_invoice, days_late = excluded.days_late
                    """, customer, company.id(), random.nextInt(0, 300), random.nextInt(-60, 200));
        }
        if (random.nextInt(4) > 0) {
            db.execute("""
                    insert into prediction.customer_dso (customer_id, company_id, as_of, receivables, turnover)
                    values (?, ?, '2026-11-24', ?, ?) on conflict (customer_id) do update set receivables = excluded.receivables
                    """, customer, company.id(), random.nextInt(-100, 2_000), random.nextInt(0, 9_000));
        }
        db.execute("update customer.customer set risk_class = ? where id = ?", maybe("B"), customer);
    }

    private <T> @Nullable T maybe(T value) {
        return random.nextInt(5) == 0 ? value : null;
    }

    private BigDecimal amount() {
        return BigDecimal.valueOf(random.nextInt(-5, 12) * 1_000L, 2);
    }

    private LocalDate day() {
        return TODAY.plusDays(random.nextInt(-12, 12));
    }

    private long aCustomer() {
        var id = fixture.customer(null, false);
        rename(id);
        give(id);
        behave(id);
        return id;
    }

    private void rename(long customer) {
        db.update(CUSTOMER_)
                .set(CUSTOMER_.NAME, NAMES.get(random.nextInt(NAMES.size())))
                .where(CUSTOMER_.ID.eq(customer))
                .execute();
    }

    /// To one of the two agents or to nobody, with its plan.
    private void give(long customer) {
        var to = List.of(agent.id(), other.id(), 0L).get(random.nextInt(3));
        db.execute("update customer.customer set agent_id = nullif(?, 0) where id = ?", to, customer);
        db.execute("update worklist.planned_action set agent_id = nullif(?, 0) where customer_id = ?", to, customer);
    }

    private void planAnew(long customer) {
        db.deleteFrom(PLANNED_ACTION)
                .where(PLANNED_ACTION.CUSTOMER_ID.eq(customer))
                .execute();
        var agentId = db.fetchValue(CUSTOMER_.AGENT_ID, CUSTOMER_.ID.eq(customer));
        for (var number = random.nextInt(5); number > 0; number--) {
            db.executeInsert(aLine(customer, agentId));
        }
    }

    private PlannedActionRecord aLine(long customer, @Nullable Long agentId) {
        var kind = random.nextInt(10);
        var row = new PlannedActionRecord();
        row.setCustomerId(customer);
        row.setItemId(random.nextLong(1_000_000_000));
        row.setCompanyId(company.id());
        row.setAgentId(agentId);
        row.setOccurrence(1);
        row.setAmount(amount());
        row.setCurrency(random.nextInt(30) == 0 ? "USD" : "EUR");
        row.setDocument("F" + row.getItemId());
        row.setKind(kind < 8 ? "INVOICE" : "CREDIT_NOTE");
        row.setDocumentDate(day());
        row.setDueDate(day());
        row.setControlAccount(random.nextInt(4) == 0 ? "413" : "411");
        if (kind < 8) {
            var type =
                    List.of(ActionType.PHONE, ActionType.SMS, ActionType.LETTER).get(kind % 3);
            row.setPosition(kind % 3 + 1);
            row.setCode(type.name());
            row.setLabel("Action " + random.nextInt(2));
            row.setType(type.name());
            row.setStage((kind % 2 == 0 ? Stage.AMICABLE : Stage.PRE_LITIGATION).name());
            row.setTheoreticalDate(day());
            row.setActionDate(day());
        } else {
            row.setReason(kind == 8 ? "CREDIT" : "DOUBTFUL");
        }
        return row;
    }
}
