package io.encours.correspondence;

import io.encours.platform.RowId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/// What messages and letters that nobody wrote by hand are asked once more before they go: what they say may no
/// longer be so (A8, decision 0026). The plan, which stands on this module, knows; so it is asked through here.
public interface Clearance {

    /// Why a message or a letter may not go.
    ///
    /// @param code for programs
    /// @param messageKey its sentence in a message file
    /// @param isUntrue what it says is not so any more, and never will be; else it may go another day
    record Objection(String code, String messageKey, boolean isUntrue) {}

    /// Locks what is planned for these customers, as whoever decides on it does. Everybody does so before changing
    /// where a message or a letter stands that the plan follows: in this order nobody waits in a circle.
    void hold(Collection<Long> customers);

    /// Called in the transaction that lets them go; what they speak of does not change until it ends.
    ///
    /// @return by message; those that may go are missing
    Map<RowId, Objection> objections(Collection<RowId> messages);

    /// The same for letters, in the transaction that prints them.
    Map<RowId, Objection> objectionsToPrinting(Collection<RowId> letters);

    /// The first moment, from this one on, at which the message may go out.
    Instant earliest(RowId message, Instant moment);
}
