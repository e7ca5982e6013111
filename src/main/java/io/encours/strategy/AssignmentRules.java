package io.encours.strategy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The ordered list of rules, as far as the reader sees it: common ones, and those of the reader's companies.
///
/// @param version counted up with every change; 0: nobody has written any
/// @param savedBy null: nobody has, or Encours itself
public record AssignmentRules(
        int version,
        List<AssignmentRule> rules,
        @Nullable Instant savedAt,
        @Nullable String savedBy,
        String comment) {}
