package io.encours.worklist;

import org.jspecify.annotations.Nullable;

/// What a person says with a decision.
///
/// @param outcome of a call, name of an `Outcome`
/// @param expectedCode the action the person saw; when another one is there by now, nothing is done. Null: not checked
public record Remark(
        @Nullable String comment,
        @Nullable String outcome,
        @Nullable String expectedCode) {

    public static final Remark NONE = new Remark(null, null, null);
}
