package io.encours.importing.api;

import io.encours.importing.ImportRun;
import io.encours.importing.ImportRun.LineOutcome;
import io.encours.importing.ImportRun.Reject;
import io.encours.platform.web.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A run as the API writes it. `debitTotal` and `creditTotal` are those of the lines kept, so that file = kept +
/// rejected
/// + set aside.
record ImportReport(
        String id,
        String company,
        @Nullable String kind,
        String fileName,
        boolean dryRun,
        String status,
        String phase,
        int progress,
        int read,
        int created,
        int changed,
        int unchanged,
        int otherAccounts,
        int rejected,
        int setAside,
        int removed,
        int settled,
        String debitTotal,
        String creditTotal,
        String rejectedDebitTotal,
        String rejectedCreditTotal,
        String setAsideDebitTotal,
        String setAsideCreditTotal,
        String settledDebitTotal,
        String settledCreditTotal,
        @Nullable String mapping,
        @Nullable LocalDate fullAsOf,
        @Nullable String refusal,
        Map<String, String> detected,
        List<String> notices,
        List<WrongValue> errors,
        Instant startedAt,
        @Nullable Instant finishedAt) {

    /// A value that was not taken in, and why.
    record WrongValue(int line, String column, String value, String code, String reason) {}

    static ImportReport of(ImportRun run, List<Reject> rejects, Texts texts, Locale locale) {
        var kind = run.kind();
        var refusal = run.refusal();
        var kept = run.kept();
        var rejected = run.totals(LineOutcome.REJECTED);
        var settled = run.totals(LineOutcome.SETTLED);
        var setAside = run.totals(LineOutcome.SET_ASIDE);
        return new ImportReport(
                String.valueOf(run.id()),
                run.company(),
                kind == null ? null : kind.label(),
                run.fileName(),
                run.dryRun(),
                run.status().name(),
                run.phase(),
                run.progress(),
                run.read(),
                run.totals(LineOutcome.CREATED).lines(),
                run.totals(LineOutcome.CHANGED).lines(),
                run.totals(LineOutcome.UNCHANGED).lines(),
                run.totals(LineOutcome.OTHER_ACCOUNTS).lines(),
                rejected.lines(),
                setAside.lines(),
                run.totals(LineOutcome.REMOVED).lines(),
                settled.lines(),
                plain(kept.debit()),
                plain(kept.credit()),
                plain(rejected.debit()),
                plain(rejected.credit()),
                plain(setAside.debit()),
                plain(setAside.credit()),
                plain(settled.debit()),
                plain(settled.credit()),
                run.mapping().isEmpty() ? null : run.mapping(),
                run.fullAsOf(),
                refusal == null
                        ? null
                        : texts.text(locale, refusal, run.refusalArguments().toArray()),
                run.detected(),
                run.notices().stream()
                        .map(notice -> texts.text(
                                locale, notice.key(), notice.arguments().toArray()))
                        .toList(),
                rejects.stream()
                        .map(reject -> new WrongValue(
                                reject.line(),
                                reject.column(),
                                reject.value(),
                                reject.reason(),
                                texts.text(
                                        locale,
                                        reject.reason(),
                                        reject.arguments().toArray())))
                        .toList(),
                run.startedAt(),
                run.finishedAt());
    }

    /// With cents, and more decimals only when there are any.
    private static String plain(BigDecimal amount) {
        var bare = amount.stripTrailingZeros();
        return bare.scale() < 2 ? bare.setScale(2, RoundingMode.UNNECESSARY).toPlainString() : bare.toPlainString();
    }
}
