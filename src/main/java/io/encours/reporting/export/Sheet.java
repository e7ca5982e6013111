package io.encours.reporting.export;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A report as rows and columns; cells are texts, dates and numbers, null: empty.
///
/// @param total the last row; empty: none
public record Sheet(List<Column> columns, List<List<@Nullable Object>> rows, List<@Nullable Object> total) {}
