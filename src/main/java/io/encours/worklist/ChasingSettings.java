package io.encours.worklist;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;

/// How a company chases.
///
/// @param spacing days between two actions on an item, at least (A5b)
/// @param ledgerAge days; with an older ledger nothing goes out by itself (A8)
/// @param floor nothing goes out by itself to a customer whose overdue items, less credits, are below; in the
///     company's currency (A8)
public record ChasingSettings(
        int spacing,
        int ledgerAge,

        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal floor) {

    static final int SPACING = 5;

    /// Of a company that has said nothing. The same as the defaults of `worklist.chasing_settings`.
    static final ChasingSettings DEFAULT = new ChasingSettings(SPACING, 7, BigDecimal.ZERO);
}
