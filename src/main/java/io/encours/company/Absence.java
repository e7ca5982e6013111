package io.encours.company;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An agent is away, and someone stands in: sees the agent's customers and acts on them, on these days.
///
/// @param agent login of who is away
/// @param cover login of who stands in
/// @param to the last day
/// @param createdBy name; null: Encours itself
public record Absence(
        long id,
        String agent,
        String agentName,
        String cover,
        String coverName,
        LocalDate from,
        LocalDate to,
        @Nullable String createdBy) {

    public boolean isOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
