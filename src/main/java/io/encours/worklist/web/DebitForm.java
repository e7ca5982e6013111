package io.encours.worklist.web;

import io.encours.identity.SignedIn;
import io.encours.platform.Problem;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.platform.web.Form;
import io.encours.receivable.Item;
import io.encours.worklist.DirectDebits;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The form in which somebody says what the bank did with a direct debit.
///
/// @param item its id
/// @param seen what it says, for two people not to take back what the other said
/// @param open there is something left to collect, so there can be something to say
/// @param form what stands in it, and what is wrong with it
public record DebitForm(
        String item,
        @Nullable LocalDate presented,
        @Nullable LocalDate rejected,
        @Nullable String reason,
        String seen,
        boolean open,
        Form form) {

    /// Frequent codes of ISO 20022 (external status reasons), proposed with their meaning.
    public static final List<String> REASONS = List.of("AM04", "AC01", "AC04", "AC06", "MD01", "MD06", "MS02", "MS03");

    public static DebitForm of(Item item, Form form) {
        return new DebitForm(
                item.id().toString(),
                item.presentedOn(),
                item.rejectedOn(),
                item.rejectionReason(),
                item.debit(),
                item.remaining().signum() > 0,
                form);
    }

    static boolean withdraws(Map<String, String> given) {
        return given.containsKey("withdraw");
    }

    /// Does what the form says: `what` is `presented` or `rejected`, unless `withdraw` takes back what was said.
    public static Item tell(DirectDebits debits, SignedIn user, Scope scope, RowId item, Map<String, String> given) {
        var seen = given.get("seen");
        if (withdraws(given)) {
            return debits.withdraw(user, scope, item, seen);
        }
        var day = OtherForm.date("date", given.get("date"));
        return switch (given.getOrDefault("what", "")) {
            case "rejected" -> debits.reject(user, scope, item, day, given.get("reason"), seen);
            case "presented" -> debits.present(user, scope, item, day, seen);
            default -> throw Problem.invalid("what", "platform.problem.required");
        };
    }
}
