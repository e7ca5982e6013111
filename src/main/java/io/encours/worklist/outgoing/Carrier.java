package io.encours.worklist.outgoing;

import io.encours.identity.SignedIn;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.strategy.StrategyAction;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A way of writing to customers.
interface Carrier {

    Outgoing.Kind kind();

    boolean carries(StrategyAction action);

    /// Makes what can be made, in the transaction of the caller; nothing is kept of what is refused.
    ///
    /// @return a result for each errand
    Map<Errand, Errand.Result> carry(SignedIn user, Scope scope, List<Errand> errands);

    /// What the errand would send; empty: that is not shown before it is made.
    Optional<Preview> preview(Scope scope, Errand errand);

    /// Takes back what has not gone yet.
    ///
    /// @return which
    Set<RowId> takeBack(SignedIn user, Scope scope, Collection<RowId> ids);
}
