package io.encours.correspondence;

import io.encours.platform.RowId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;

/// Items that wait: promised, disputed, or announced as paid, until a day (A7). The plan, which stands on this module,
/// knows them; so it is asked through here.
public interface HeldItems {

    /// Those held at the end of the day.
    Set<RowId> of(Collection<Long> customerIds, LocalDate today);
}
