package io.encours.worklist;

import io.encours.company.Companies;
import io.encours.identity.SignedIn;
import io.encours.platform.BusinessDate;
import io.encours.platform.Checks;
import io.encours.platform.Problem;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.receivable.Item;
import io.encours.receivable.Receivables;
import io.encours.timeline.EventType;
import io.encours.timeline.NewEvent;
import io.encours.timeline.Timeline;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the bank did with the direct debit of an item, as somebody says it (A3, A7): handed over, returned, and
/// taking back what was said. Each is an event of the item, and the item is planned anew at once.
@Service
public class DirectDebits {

    private static final int LONGEST_REASON = 200;

    private final Receivables receivables;
    private final Timeline timeline;
    private final Companies companies;
    private final BusinessDate businessDate;

    DirectDebits(Receivables receivables, Timeline timeline, Companies companies, BusinessDate businessDate) {
        this.receivables = receivables;
        this.timeline = timeline;
        this.companies = companies;
        this.businessDate = businessDate;
    }

    /// Whether the user says what the bank did; who only reads, or does not collect, does not.
    public static boolean mayTell(SignedIn user) {
        return switch (user.role()) {
            case ADMINISTRATOR, CREDIT_MANAGER, COLLECTOR, ACCOUNTANT -> true;
            case SALES, ORDER_ADMINISTRATION, EXECUTIVE, GUEST -> false;
        };
    }

    /// The item with what is known of its direct debit.
    ///
    /// @throws Problem not found, also when it is outside of the scope
    public Item of(Scope scope, RowId id) {
        return receivables.item(scope, id, businessDate.today());
    }

    /// It was handed to the bank; said again, with another day.
    ///
    /// @param seen what the user had read of it (`Item.debit`); null: nothing
    /// @throws Problem forbidden, not found, invalid without a day, refused when nothing is left to collect,
    ///     conflict when it came back or somebody else was quicker
    @Transactional
    public Item present(SignedIn user, Scope scope, RowId id, @Nullable LocalDate presented, @Nullable String seen) {
        refuseReader(user);
        if (presented == null) {
            throw Problem.invalid("presented", "receivable.problem.noDate");
        }
        var item = receivables.present(scope, id, presented, seen, businessDate.today());
        record(user, item, EventType.DEBIT_PRESENTED, Map.of("on", presented.toString()), "");
        return item;
    }

    /// It came back unpaid.
    ///
    /// @param seen as for `present`
    /// @throws Problem forbidden, not found, invalid without a day or before it was presented, refused when it
    ///     was not, conflict when somebody else was quicker
    @Transactional
    public Item reject(
            SignedIn user,
            Scope scope,
            RowId id,
            @Nullable LocalDate rejected,
            @Nullable String reason,
            @Nullable String seen) {
        refuseReader(user);
        var checks = new Checks();
        checks.that(rejected != null, "rejected", "receivable.problem.noDate");
        var why = checks.optional("reason", reason, LONGEST_REASON);
        checks.orRefuse();
        var day = java.util.Objects.requireNonNull(rejected);
        var item = receivables.reject(scope, id, day, why == null ? "" : why, seen, businessDate.today());
        record(user, item, EventType.DEBIT_REJECTED, Map.of("on", day.toString()), why == null ? "" : why);
        return item;
    }

    /// Takes back what was said last: the return, else that it was presented.
    ///
    /// @param seen as for `present`
    /// @throws Problem forbidden, not found, refused when nothing was said, conflict when somebody else was quicker
    @Transactional
    public Item withdraw(SignedIn user, Scope scope, RowId id, @Nullable String seen) {
        refuseReader(user);
        var item = receivables.withdrawDebit(scope, id, seen, businessDate.today());
        record(user, item, EventType.DEBIT_WITHDRAWN, Map.of(), "");
        return item;
    }

    private void record(SignedIn user, Item item, EventType type, Map<String, String> details, String text) {
        timeline.record(new NewEvent(
                item.companyId(),
                item.id().customer(),
                businessDate.today(companies.byId(item.companyId()).zone()),
                user,
                type,
                null,
                text,
                null,
                details,
                List.of(item.id().id())));
    }

    private static void refuseReader(SignedIn user) {
        if (!mayTell(user)) {
            throw Problem.forbidden("platform.problem.forbidden");
        }
    }
}
