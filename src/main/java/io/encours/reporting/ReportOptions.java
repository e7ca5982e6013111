package io.encours.reporting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// *Options avancées* of a company: how its figures are computed.
///
/// @param dsoDays over which turnover is taken by the balance method
public record ReportOptions(Buckets buckets, DsoMethod dsoMethod, int dsoDays) {

    public static final ReportOptions USUAL = new ReportOptions(Buckets.USUAL, DsoMethod.BALANCE, 365);

    /// What a caller says; what is null keeps its value.
    ///
    /// @param buckets last day of each bucket of the aged balance, ascending
    public record Draft(
            @Nullable List<Integer> buckets,
            @Nullable String dsoMethod,
            @Nullable Integer dsoDays) {}
}
