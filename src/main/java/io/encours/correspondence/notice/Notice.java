package io.encours.correspondence.notice;

import io.encours.platform.RowId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A formal notice as it was issued, and what became of it.
///
/// @param dated business date on the document
/// @param credits taken off, positive
/// @param provisional some rate was not published yet
/// @param issuer name as it was then
/// @param steps the first first
public record Notice(
        RowId id,
        long companyId,
        LocalDate dated,
        LocalDate deadline,
        BigDecimal principal,
        BigDecimal credits,
        BigDecimal interest,
        BigDecimal indemnity,
        String currency,
        boolean provisional,
        int pages,
        Instant issuedAt,
        String issuer,
        List<NoticeItem> items,
        List<Step> steps) {

    /// An item demanded, as it was then.
    public record NoticeItem(RowId id, String document, LocalDate dueDate, BigDecimal remaining) {}

    /// What happened to it.
    ///
    /// @param registeredNumber of the registered letter
    /// @param fileName of the proof attached
    public record Step(
            RowId id,
            StepKind kind,
            LocalDate on,
            @Nullable String registeredNumber,
            String note,
            @Nullable String fileName,
            Instant recordedAt,
            String author) {}

    public enum StepKind {
        SENT,
        /// Handed over against a signature.
        DELIVERED,
        /// Shown at the address, and not collected: counts as notice all the same.
        PRESENTED,
        /// Came back, unknown at the address.
        RETURNED,
        CANCELLED
    }

    /// Where it stands.
    public enum State {
        ISSUED,
        SENT,
        DELIVERED,
        PRESENTED,
        RETURNED,
        CANCELLED;

        public String messageKey() {
            return "correspondence.notice.state." + name();
        }

        /// What may happen next.
        public List<StepKind> next() {
            return switch (this) {
                case ISSUED -> List.of(StepKind.SENT, StepKind.CANCELLED);
                case SENT -> List.of(StepKind.DELIVERED, StepKind.PRESENTED, StepKind.RETURNED, StepKind.CANCELLED);
                case PRESENTED -> List.of(StepKind.DELIVERED, StepKind.RETURNED, StepKind.CANCELLED);
                case DELIVERED, RETURNED -> List.of(StepKind.CANCELLED);
                case CANCELLED -> List.of();
            };
        }
    }

    public State state() {
        return steps.isEmpty()
                ? State.ISSUED
                : switch (steps.getLast().kind()) {
                    case SENT -> State.SENT;
                    case DELIVERED -> State.DELIVERED;
                    case PRESENTED -> State.PRESENTED;
                    case RETURNED -> State.RETURNED;
                    case CANCELLED -> State.CANCELLED;
                };
    }

    public BigDecimal total() {
        return principal.subtract(credits).add(interest).add(indemnity);
    }

    /// What it calls its reference: `MD000042`.
    public String number() {
        return number(id.id());
    }

    public static String number(long id) {
        return "MD%06d".formatted(id);
    }
}
