package io.encours.worklist;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.LocalTime;

/// How a company chases.
///
/// @param spacing days between two actions on an item, at least (A5b)
/// @param ledgerAge days; with an older ledger nothing goes out by itself (A8)
/// @param floor nothing goes out by itself that asks for less; in the company's currency (A8)
/// @param sendFrom what goes out by itself goes from this hour of a working day on (A8)
/// @param sendUntil and not later; the same as `sendFrom`: at any hour of a working day
/// @param version goes up with each change; 0: nobody has said anything yet
public record ChasingSettings(
        int spacing,
        int ledgerAge,

        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal floor,

        @JsonFormat(pattern = "HH:mm") LocalTime sendFrom,
        @JsonFormat(pattern = "HH:mm") LocalTime sendUntil,
        int version) {

    static final int SPACING = 5;

    /// Of a company that has said nothing. The same as the defaults of `worklist.chasing_settings`.
    static final ChasingSettings DEFAULT =
            new ChasingSettings(SPACING, 7, BigDecimal.ZERO, LocalTime.of(9, 0), LocalTime.of(18, 0), 0);
}
