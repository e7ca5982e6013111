package io.encours.correspondence;

import org.jspecify.annotations.Nullable;

/// Which template is meant: of a company, or without one of all companies.
public record TemplateKey(String code, @Nullable String company, String language) {}
