package io.encours.worklist.automatic;

import io.encours.correspondence.Channel;
import io.encours.platform.RowId;
import io.encours.strategy.ActionType;
import io.encours.strategy.Mode;
import io.encours.strategy.Purpose;
import io.encours.strategy.Stage;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A planned step that is due and goes out by itself.
///
/// @param level how firm it speaks, see `outgoing.Step`
/// @param amount remaining of the item
record Due(
        RowId item,
        int occurrence,
        String code,
        String label,
        ActionType type,
        Purpose purpose,
        Stage stage,
        int position,
        int level,
        Mode mode,
        boolean perCustomer,
        @Nullable String template,
        BigDecimal amount,
        String currency,
        String document,
        boolean doneBefore,
        boolean takenOut) {

    /// Empty: it is written by hand, or not at all.
    Optional<Channel> channel() {
        return Channel.of(type).filter(channel -> channel != Channel.LETTER || purpose != Purpose.FORMAL_NOTICE);
    }
}
