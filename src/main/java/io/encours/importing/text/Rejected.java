package io.encours.importing.text;

import java.math.BigDecimal;
import java.util.List;

/// A line that was not taken in.
///
/// @param line number in the file
/// @param raw the line as it was
/// @param debit as far as it could be read, else 0
/// @param errors at least one
public record Rejected(int line, String raw, BigDecimal debit, BigDecimal credit, List<LineError> errors) {}
