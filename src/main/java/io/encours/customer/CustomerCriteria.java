package io.encours.customer;

import static encours.db.customer.Tables.CUSTOMER_;
import static encours.db.identity.Tables.APP_USER;
import static org.jooq.impl.DSL.select;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Which customers are wanted, whatever the list or the figure is of (R7); null: whatever it is.
///
/// @param agent login of the collector, `-`: customers without one
/// @param group customer group
/// @param person associated person
/// @param site code of the company's site that follows the customer
/// @param country ISO 3166
public record CustomerCriteria(
        @Nullable String agent,
        @Nullable String group,
        @Nullable String person,
        @Nullable String site,
        @Nullable String country,
        @Nullable String riskClass) {

    /// By the names of addresses and of the HTTP API, in the order of the components.
    public static final List<String> NAMES = List.of("agent", "group", "person", "site", "country", "riskClass");

    public static final CustomerCriteria NONE = new CustomerCriteria(null, null, null, null, null, null);

    /// @param value by name; blank: none
    public static CustomerCriteria of(Function<String, @Nullable String> value) {
        return new CustomerCriteria(
                filled(value.apply("agent")),
                filled(value.apply("group")),
                filled(value.apply("person")),
                filled(value.apply("site")),
                filled(value.apply("country")),
                filled(value.apply("riskClass")));
    }

    /// The same for one collector; null: for all.
    public CustomerCriteria ofAgent(@Nullable String login) {
        return new CustomerCriteria(login, group, person, site, country, riskClass);
    }

    public boolean isNone() {
        return equals(NONE);
    }

    /// On the columns of `customer`.
    public Condition condition() {
        return ofAgent()
                .and(is(CUSTOMER_.CUSTOMER_GROUP, group))
                .and(is(CUSTOMER_.ASSOCIATED_PERSON, person))
                .and(is(CUSTOMER_.SITE, site))
                .and(is(CUSTOMER_.COUNTRY, country))
                .and(is(CUSTOMER_.RISK_CLASS, riskClass));
    }

    private Condition ofAgent() {
        if (agent == null) {
            return DSL.noCondition();
        }
        return agent.equals("-")
                ? CUSTOMER_.AGENT_ID.isNull()
                : CUSTOMER_.AGENT_ID.in(
                        select(APP_USER.ID).from(APP_USER).where(APP_USER.LOGIN.eq(agent.toLowerCase(Locale.ROOT))));
    }

    private static Condition is(TableField<?, String> field, @Nullable String value) {
        return value == null ? DSL.noCondition() : field.eq(value);
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
