package io.encours.correspondence;

import org.jspecify.annotations.Nullable;

/// A template as somebody wrote it, not checked yet. What is null stays as it is, where there is something already.
///
/// @param company code; null: for every company
/// @param comment why it is changed, kept with the version
public record TemplateDraft(
        @Nullable String code,
        @Nullable String company,
        @Nullable String language,
        @Nullable String channel,
        @Nullable String purpose,
        @Nullable String stage,
        @Nullable Integer level,
        @Nullable String label,
        @Nullable String subject,
        @Nullable String body,
        @Nullable String comment) {}
