package io.encours.worklist.automatic;

import io.encours.correspondence.contact.ContactMark;
import io.encours.worklist.ChasingSettings;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/// All that decides whether an action may go out by itself.
///
/// @param day business day of the run
/// @param ledgerKnownOn empty: no ledger came in yet
/// @param sendable e-mail, SMS or letter
/// @param doneBefore the same action was done for the item
/// @param takenOut a person took this step of the item out
/// @param reachable the customer has an address for the channel
/// @param marks what speaks against this address
/// @param overdue of the customer, past the due date
/// @param credits of the customer: payments and credit notes not allocated, positive; deposits are for
///     something else
/// @param amount that the message asks for
record Sending(
        LocalDate day,
        Optional<LocalDate> ledgerKnownOn,
        ChasingSettings settings,
        boolean workingDay,
        boolean sendable,
        boolean doneBefore,
        boolean takenOut,
        boolean reachable,
        Set<ContactMark.Reason> marks,
        BigDecimal overdue,
        BigDecimal credits,
        BigDecimal amount) {

    boolean isMarked(ContactMark.Reason reason) {
        return marks.contains(reason);
    }

    /// Before it is known what the message asks for together.
    Sending whateverTheAmount() {
        return new Sending(
                day,
                ledgerKnownOn,
                settings,
                workingDay,
                sendable,
                doneBefore,
                takenOut,
                reachable,
                marks,
                overdue,
                credits,
                settings.floor());
    }
}
