package io.encours.worklist;

import io.encours.worklist.outgoing.Outgoing;
import io.encours.worklist.outgoing.Why;
import java.util.Optional;

/// An action that was validated.
///
/// @param item with what is next
/// @param made what the action sends; empty: nothing
/// @param notMade why there is no letter though the action is one; empty: there is one, or none was wanted
public record Validated(ItemView item, Optional<Outgoing> made, Optional<Why> notMade) {}
