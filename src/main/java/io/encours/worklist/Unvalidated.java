package io.encours.worklist;

import io.encours.worklist.outgoing.Recall;

/// A validation that was taken back.
///
/// @param item as it was before
/// @param recall what became of what the validation had made
public record Unvalidated(ItemView item, Recall recall) {}
