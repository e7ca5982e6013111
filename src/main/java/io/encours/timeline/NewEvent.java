package io.encours.timeline;

import io.encours.identity.SignedIn;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An event to be recorded.
///
/// @param happenedOn business date
/// @param author null: Encours itself
/// @param channel type of the action, `PHONE`; null: none
/// @param text free, of a person
/// @param outcome of a call, `REACHED`; null: none
/// @param details facts of the event by name, such as the code of the action
/// @param items ids of the customer's items concerned
public record NewEvent(
        long companyId,
        long customerId,
        LocalDate happenedOn,
        @Nullable SignedIn author,
        EventType type,
        @Nullable String channel,
        String text,
        @Nullable String outcome,
        Map<String, String> details,
        List<Long> items) {

    /// The detail that names the agent the author stands in for.
    public static final String ON_BEHALF_OF = "onBehalfOf";
}
