package io.encours.correspondence.inbound;

import io.encours.correspondence.outbox.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whose something is that came in.
sealed interface Owner {

    /// @param message it answers to; null: only who wrote is known
    record Known(long companyId, long customerId, @Nullable Message message) implements Owner {

        List<Long> items() {
            return message == null
                    ? List.of()
                    : message.items().stream().map(item -> item.id().id()).toList();
        }
    }

    /// @param companyId it concerns in any case; null: any
    /// @param reason message key
    record Unknown(@Nullable Long companyId, String reason) implements Owner {}
}
