package io.encours.correspondence.outbox;

import io.encours.identity.SignedIn;
import io.encours.platform.RowId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Messages that waited for confirmation may go out. Published in the transaction of the confirmation; whoever cannot
/// agree throws, and none goes.
public record MessagesConfirmed(SignedIn by, List<Message> messages) {

    /// Ids of the messages by id of their company.
    public Map<Long, List<RowId>> byCompany() {
        return messages.stream()
                .collect(Collectors.groupingBy(
                        Message::companyId, Collectors.mapping(Message::id, Collectors.toList())));
    }
}
