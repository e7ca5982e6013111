package io.encours.overview.web;

import io.encours.worklist.Totals;

/// What a collector has to do by today.
public record MyDay(Totals totals, String login) {}
