package io.encours.correspondence.outbox;

import io.encours.identity.SignedIn;
import io.encours.platform.RowId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Messages of which nothing has gone out are stopped. Published in the transaction of it.
///
/// @param by null: Encours itself
public record MessagesCancelled(@Nullable SignedIn by, List<Message> messages) {

    /// Ids of the messages by id of their company.
    public Map<Long, List<RowId>> byCompany() {
        return messages.stream()
                .collect(Collectors.groupingBy(
                        Message::companyId, Collectors.mapping(Message::id, Collectors.toList())));
    }
}
