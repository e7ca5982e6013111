package io.encours.correspondence.letter.api;

import io.encours.correspondence.letter.Letter;
import io.encours.correspondence.letter.Letter.State;
import io.encours.platform.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A letter as the API gives it.
record LetterAnswer(
        String id,
        String number,
        String company,
        String customer,
        String customerName,
        String purpose,
        LocalDate date,
        Instant createdAt,
        String author,
        String template,
        int templateVersion,
        String language,
        String subject,
        String amount,
        String currency,
        @Nullable Integer pages,
        List<String> documents,
        String state,
        @Nullable Long printRun,
        @Nullable Instant printedAt,
        @Nullable Instant cancelledAt,
        @Nullable String cancelledBy) {

    static LetterAnswer of(Letter letter) {
        var printed = letter.state() instanceof State.Printed run ? run : null;
        var cancelled = letter.state() instanceof State.Cancelled end ? end : null;
        return new LetterAnswer(
                letter.id().toString(),
                letter.number(),
                letter.company(),
                letter.customer(),
                letter.customerName(),
                letter.purpose().name(),
                letter.dated(),
                letter.createdAt(),
                letter.author(),
                letter.template(),
                letter.version(),
                letter.language(),
                letter.subject(),
                Money.of(letter.amount(), letter.currency()).plain(),
                letter.currency(),
                letter.pages(),
                letter.items(),
                letter.state().name().name(),
                printed == null ? null : (Long) printed.run(),
                printed == null ? null : printed.at(),
                cancelled == null ? null : cancelled.at(),
                cancelled == null ? null : cancelled.by());
    }
}
