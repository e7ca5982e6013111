package io.encours.reporting.web;

import io.encours.reporting.ReportName;
import java.util.List;

/// Reports that belong together, under a title.
///
/// @param textKey message key of the title
public record ReportGroup(String textKey, List<ReportName> reports) {}
