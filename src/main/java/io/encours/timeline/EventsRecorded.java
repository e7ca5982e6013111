package io.encours.timeline;

import java.util.List;

/// These events now stand on the timelines of customers. Published in the transaction that recorded them.
public record EventsRecorded(List<One> events) {

    /// @param id unique with the customer of the event
    public record One(long id, NewEvent event) {}
}
