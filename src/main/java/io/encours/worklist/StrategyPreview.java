package io.encours.worklist;

import io.encours.identity.SignedIn;
import io.encours.platform.Scope;
import io.encours.strategy.Strategies;
import io.encours.strategy.StrategyDraft;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What would change if a strategy were replaced (A6): it is replaced and planned in a transaction that is rolled back.
@Service
public class StrategyPreview {

    /// @param itemsMoved items whose next action would be another one or on another day
    /// @param actionsAdded items that would get an action and have none
    /// @param actionsRemoved items that would lose their action
    public record Change(int itemsMoved, int actionsAdded, int actionsRemoved) {}

    private final DSLContext db;
    private final Strategies strategies;
    private final TransactionTemplate transaction;

    StrategyPreview(DSLContext db, Strategies strategies, PlatformTransactionManager transactions) {
        this.db = db;
        this.strategies = strategies;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// @throws io.encours.platform.Problem as `Strategies.put`
    public Change of(SignedIn user, Scope scope, String code, StrategyDraft draft) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            var companies = scope.companyArray();
            db.execute("""
                    create temporary table plan_before on commit drop as
                    select customer_id, item_id, code, action_date from worklist.planned_action where company_id = any (?)
                    """, (Object) companies);
            strategies.put(user, scope, code, draft);
            return db.fetchSingle("""
                            select count(*) filter (where (b.code, b.action_date) is distinct from (a.code, a.action_date)
                                    and b.code is not null and a.code is not null),
                                count(*) filter (where b.code is null and a.code is not null),
                                count(*) filter (where b.code is not null and a.code is null)
                            from plan_before b
                            full join (select * from worklist.planned_action where company_id = any (?)) a
                                on a.customer_id = b.customer_id and a.item_id = b.item_id
                            """, (Object) companies)
                    .map(row -> new Change(
                            row.get(0, Integer.class), row.get(1, Integer.class), row.get(2, Integer.class)));
        });
    }
}
