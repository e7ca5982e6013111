package io.encours.strategy;

import static encours.db.company.Tables.COMPANY_;
import static encours.db.customer.Tables.CUSTOMER_;
import static encours.db.customer.Tables.CUSTOMER_CODE;
import static encours.db.strategy.Tables.CUSTOMER_OVERDUE;
import static encours.db.strategy.Tables.STRATEGY_;
import static org.assertj.core.api.Assertions.assertThat;

import io.encours.platform.Scope;
import io.encours.strategy.AssignmentRule.Facts;
import io.encours.testing.PlainDatabase;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// The view gives for every customer what the pure function gives (A6, decision 0021).
class AssignmentPropertyTest {

    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-24T08:00:00Z");
    private static final AtomicLong NUMBER = new AtomicLong(1);
    private static final List<String> WORDS = List.of("Export", " export ", "Grands comptes", "C");

    private final DSLContext db = PlainDatabase.connect();

    /// Names of the company and the strategies are completed when they are written: two companies, four strategies.
    record World(boolean hasCompanyDefault, List<AssignmentRule> rules, List<Facts> customers) {}

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    @Label("A6: its own, else the first rule that fits, else the company's default, else the common one")
    void the_view_decides_as_the_pure_function_does(@ForAll("worlds") World world) {
        var mark = "P" + NUMBER.getAndIncrement() + "-";
        var one = company(mark + "ONE");
        var two = company(mark + "TWO");
        strategy(mark + "A", null, false);
        strategy(mark + "B", null, false);
        strategy(mark + "OF-ONE", one, false);
        strategy(mark + "STANDARD-ONE", one, world.hasCompanyDefault);
        var rules = world.rules.stream().map(rule -> named(rule, mark)).toList();
        new AssignmentStore(db, Clock.systemUTC()).write(rules);
        var strategies = new StrategyStore(db, Clock.systemUTC())
                .within(new Scope(1, Set.of(one, two), Scope.Portfolio.EVERYONE));

        var scope = new Scope(1, Set.of(one, two), Scope.Portfolio.EVERYONE);
        var followers = new FollowerStore(db);
        for (var facts : world.customers) {
            var whole = new Facts(
                    mark + facts.company(),
                    facts.group(),
                    facts.country(),
                    facts.riskClass(),
                    facts.paymentMethod(),
                    facts.ownStrategy() == null ? null : mark + facts.ownStrategy(),
                    facts.overdue());
            var customer = customer(whole, facts.company().equals("ONE") ? one : two);

            assertThat(followers.of(scope, customer)).isEqualTo(Followed.decide(whole, rules, strategies));
            assertThat(followers.overdue(customer)).isEqualByComparingTo(facts.overdue());
        }
    }

    private static AssignmentRule named(AssignmentRule rule, String mark) {
        return new AssignmentRule(
                rule.label(),
                rule.company() == null ? null : mark + rule.company(),
                rule.groups(),
                rule.countries(),
                rule.riskClasses(),
                rule.paymentMethods(),
                rule.overdueFrom(),
                rule.overdueBelow(),
                mark + rule.strategy());
    }

    @Provide
    Arbitrary<World> worlds() {
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        rules().list().ofMaxSize(6),
                        customers().list().ofMinSize(1).ofMaxSize(6))
                .as(World::new);
    }

    private static Arbitrary<AssignmentRule> rules() {
        var some = Arbitraries.of(WORDS).list().ofMaxSize(2);
        return Combinators.combine(
                        Arbitraries.of("ONE", "TWO").injectNull(0.6),
                        some,
                        Arbitraries.of("FR", "BE", "LU").list().ofMaxSize(2),
                        some,
                        some,
                        amounts().injectNull(0.7),
                        amounts().injectNull(0.7),
                        Arbitraries.of("A", "B", "OF-ONE"))
                .as((company, groups, countries, classes, methods, from, below, strategy) -> new AssignmentRule(
                        "Règle " + strategy,
                        company,
                        groups,
                        countries,
                        classes,
                        methods,
                        from,
                        below == null || below.signum() == 0 ? null : below,
                        strategy));
    }

    private static Arbitrary<Facts> customers() {
        return Combinators.combine(
                        Arbitraries.of("ONE", "TWO"),
                        Arbitraries.of(WORDS).injectNull(0.3),
                        Arbitraries.of("FR", "BE"),
                        Arbitraries.of(WORDS).injectNull(0.3),
                        Arbitraries.of(WORDS).injectNull(0.3),
                        Arbitraries.of("A", "OF-ONE", "GONE").injectNull(0.7),
                        amounts())
                .as(Facts::new);
    }

    private static Arbitrary<BigDecimal> amounts() {
        return Arbitraries.of("0", "99.99", "100", "5000.5").map(BigDecimal::new);
    }

    private long company(String code) {
        return Objects.requireNonNull(db.insertInto(COMPANY_)
                .set(COMPANY_.CODE, code)
                .set(COMPANY_.NAME, code)
                .set(COMPANY_.CREATED_AT, NOW)
                .returning(COMPANY_.ID)
                .fetchSingle()
                .getId());
    }

    private void strategy(String code, @Nullable Long company, boolean isDefault) {
        db.insertInto(STRATEGY_)
                .set(STRATEGY_.CODE, code)
                .set(STRATEGY_.LABEL, "Stratégie " + code)
                .set(STRATEGY_.COMPANY_ID, company)
                .set(STRATEGY_.IS_DEFAULT, isDefault)
                .set(STRATEGY_.UPDATED_AT, NOW)
                .execute();
    }

    private long customer(Facts facts, long company) {
        var id = NUMBER.getAndIncrement() + 5_000_000;
        db.insertInto(CUSTOMER_CODE)
                .set(CUSTOMER_CODE.COMPANY_ID, company)
                .set(CUSTOMER_CODE.CODE, "C" + id)
                .set(CUSTOMER_CODE.CUSTOMER_ID, id)
                .execute();
        db.insertInto(CUSTOMER_)
                .set(CUSTOMER_.ID, id)
                .set(CUSTOMER_.COMPANY_ID, company)
                .set(CUSTOMER_.CODE, "C" + id)
                .set(CUSTOMER_.NAME, "Client " + id)
                .set(CUSTOMER_.CUSTOMER_GROUP, facts.group())
                .set(CUSTOMER_.COUNTRY, facts.country())
                .set(CUSTOMER_.RISK_CLASS, facts.riskClass())
                .set(CUSTOMER_.PAYMENT_METHOD, facts.paymentMethod())
                .set(CUSTOMER_.STRATEGY_CODE, facts.ownStrategy())
                .set(CUSTOMER_.CREATED_AT, NOW)
                .execute();
        if (facts.overdue().signum() > 0) {
            db.insertInto(CUSTOMER_OVERDUE)
                    .set(CUSTOMER_OVERDUE.CUSTOMER_ID, id)
                    .set(CUSTOMER_OVERDUE.COMPANY_ID, company)
                    .set(CUSTOMER_OVERDUE.OVERDUE, facts.overdue())
                    .set(CUSTOMER_OVERDUE.LOOKED_AT_ON, LocalDate.of(2026, 11, 24))
                    .execute();
        }
        return id;
    }

    @Property(tries = 100)
    @Label("A6: rules of companies one does not see keep their order and their place among the common rules")
    void rules_of_other_companies_keep_their_place(@ForAll("lists") List<AssignmentRule> inForce) {
        var seen =
                inForce.stream().filter(rule -> !"TWO".equals(rule.company())).toList();

        assertThat(withoutOne(Assignments.merged(seen, inForce, List.of("ONE"))))
                .isEqualTo(withoutOne(inForce));
        assertThat(Assignments.merged(List.of(), inForce, List.of("ONE")))
                .isEqualTo(inForce.stream()
                        .filter(rule -> "TWO".equals(rule.company()))
                        .toList());
    }

    private static List<AssignmentRule> withoutOne(List<AssignmentRule> rules) {
        return rules.stream().filter(rule -> !"ONE".equals(rule.company())).toList();
    }

    @Provide
    Arbitrary<List<AssignmentRule>> lists() {
        return rules().list().ofMaxSize(8).map(ArrayList::new);
    }
}
