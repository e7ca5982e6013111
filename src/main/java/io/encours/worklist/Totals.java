package io.encours.worklist;

import io.encours.platform.Money;
import org.jspecify.annotations.Nullable;

/// What a selection adds up to.
///
/// @param count actions
/// @param late actions whose date is past
/// @param total of the actions and the credits listed beside them; null: they are in several currencies, or there are
/// none
public record Totals(int count, int late, @Nullable Money total) {}
