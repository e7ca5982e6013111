package io.encours.reporting.subscription;

import io.encours.platform.web.Address;
import io.encours.reporting.ReportName;
import io.encours.reporting.export.Format;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A report somebody gets by e-mail.
///
/// @param narrowed what its page was narrowed to, by the names of the address
/// @param problem message key of why the last one was not sent; null: it was, or none was due yet
public record Subscription(
        long id,
        ReportName report,
        Map<String, String> narrowed,
        Format format,
        Rhythm rhythm,
        Instant nextAt,
        @Nullable Instant lastSentAt,
        @Nullable String problem) {

    /// Of the page.
    public String address() {
        return new Address("/reports/" + report.path(), narrowed).toString();
    }
}
