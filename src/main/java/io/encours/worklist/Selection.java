package io.encours.worklist;

import static encours.db.company.Tables.COMPANY_;
import static encours.db.identity.Tables.APP_USER;
import static encours.db.worklist.Tables.PLANNED_ACTION;
import static org.jooq.impl.DSL.select;

import encours.db.customer.tables.Customer;
import encours.db.worklist.tables.PlannedAction;
import io.encours.platform.Scope;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Scope, filter and group as conditions. Every query of the supervisor starts here.
record Selection(Scope scope, Filter filter, GroupKey group) {

    static final GroupKey ALL = new GroupKey(null, null);

    Selection in(GroupKey key) {
        return new Selection(scope, filter, key);
    }

    /// Actions of the selection.
    Condition actions(PlannedAction plan) {
        var conditions = new ArrayList<Condition>();
        conditions.add(items(plan));
        conditions.add(plan.CODE.isNotNull());
        add(conditions, group.action(), plan.CODE::eq);
        add(conditions, filter.actionFrom(), plan.ACTION_DATE::ge);
        add(conditions, filter.actionTo(), plan.ACTION_DATE::le);
        if (!filter.types().isEmpty()) {
            conditions.add(plan.TYPE.in(filter.types().stream().map(Enum::name).toList()));
        }
        if (!filter.stages().isEmpty()) {
            conditions.add(
                    plan.STAGE.in(filter.stages().stream().map(Enum::name).toList()));
        }
        return DSL.and(conditions);
    }

    /// Credits that are listed when their customer has an action in the selection.
    Condition credits(PlannedAction plan) {
        return items(plan).and(plan.REASON.eq(DSL.inline("CREDIT")));
    }

    /// Lines of the group: its actions, and the credits of customers who have an action.
    Condition lines(PlannedAction plan) {
        if (group.action() == null) {
            return actions(plan).or(creditsBesideActions(plan));
        }
        return isWithoutAction() ? creditsBesideActions(plan) : actions(plan);
    }

    boolean isWithoutAction() {
        return GroupKey.WITHOUT_ACTION.equals(group.action());
    }

    private Condition creditsBesideActions(PlannedAction plan) {
        var beside = PLANNED_ACTION.as("beside");
        var anyAction = new Selection(scope, filter, new GroupKey(group.customer(), null));
        return credits(plan)
                .and(plan.CUSTOMER_ID.in(select(beside.CUSTOMER_ID).from(beside).where(anyAction.actions(beside))));
    }

    private Condition items(PlannedAction plan) {
        var conditions = new ArrayList<Condition>();
        conditions.add(scope.covers(plan.COMPANY_ID, plan.AGENT_ID));
        add(conditions, filter.company(), code -> company(plan.COMPANY_ID, code));
        add(conditions, filter.agent(), login -> agent(plan.AGENT_ID, login));
        add(conditions, filter.controlAccount(), plan.CONTROL_ACCOUNT::eq);
        add(conditions, filter.amountFrom(), plan.AMOUNT::ge);
        add(conditions, filter.amountTo(), plan.AMOUNT::le);
        add(conditions, filter.dueFrom(), plan.DUE_DATE::ge);
        add(conditions, filter.dueTo(), plan.DUE_DATE::le);
        add(conditions, group.customer(), plan.CUSTOMER_ID::eq);
        if (filter.customer() != null && !filter.customer().isBlank()) {
            var customer = encours.db.customer.Tables.CUSTOMER_.as("named");
            conditions.add(plan.CUSTOMER_ID.in(select(customer.ID)
                    .from(customer)
                    .where(scope.covers(customer.COMPANY_ID, customer.AGENT_ID), named(customer, filter.customer()))));
        }
        return DSL.and(conditions);
    }

    /// Customers who may have something in the selection.
    Condition customers(Customer customer) {
        var conditions = new ArrayList<Condition>();
        conditions.add(scope.covers(customer.COMPANY_ID, customer.AGENT_ID));
        add(conditions, filter.company(), code -> company(customer.COMPANY_ID, code));
        add(conditions, filter.agent(), login -> agent(customer.AGENT_ID, login));
        add(conditions, filter.customer(), words -> named(customer, words));
        add(conditions, group.customer(), customer.ID::eq);
        return DSL.and(conditions);
    }

    private static Condition company(Field<Long> companyId, String code) {
        return companyId.eq(select(COMPANY_.ID).from(COMPANY_).where(COMPANY_.CODE.eq(code)));
    }

    private static Condition agent(Field<Long> agentId, String login) {
        return agentId.eq(select(APP_USER.ID).from(APP_USER).where(APP_USER.LOGIN.eq(login.toLowerCase(Locale.ROOT))));
    }

    /// Each word is somewhere in the name or the code, accents aside.
    private static Condition named(Customer customer, String words) {
        var plain = Normalizer.normalize(words.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('œ', 'o')
                .replace('æ', 'a')
                .strip();
        return DSL.and(Arrays.stream(plain.split("\\s+"))
                .map(word -> customer.SEARCH_KEY.contains(word))
                .toList());
    }

    private static <T> void add(ArrayList<Condition> conditions, @Nullable T value, Function<T, Condition> condition) {
        if (value != null && !(value instanceof String text && text.isBlank())) {
            conditions.add(condition.apply(value));
        }
    }
}
