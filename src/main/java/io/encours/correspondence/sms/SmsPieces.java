package io.encours.correspondence.sms;

import static encours.db.correspondence.Tables.SMS_PIECE;

import encours.db.correspondence.tables.records.SmsPieceRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Parts of answers, joined when all are there. Parts of one answer come one after the other here, whatever
/// number of connections they came by; joined ones stay for a day, so that what is delivered again is known.
@Component
class SmsPieces {

    private static final Duration COMPLETE_WITHIN = Duration.ofDays(1);
    private static final String GAP = " […] ";

    /// What the parts of one answer have in common.
    record Answer(String from, String to, int reference, int total) {}

    private final DSLContext db;
    private final Clock clock;

    SmsPieces(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// Until the end of the transaction nobody else takes something of this number for that one.
    void oneAtATime(String from, String to) {
        db.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", "sms " + from + " " + to);
    }

    /// Keeps a part.
    ///
    /// @return texts that are complete with it; also one that never will be, as its reference is used by
    ///     another now
    List<String> join(ReceivedSms message, Concatenation part) {
        oneAtATime(message.from(), message.to());
        var ofIt = ofIt(message.from(), message.to(), part.reference(), part.total());
        var known = db.selectFrom(SMS_PIECE)
                .where(ofIt)
                .orderBy(SMS_PIECE.NUMBER)
                .fetch()
                .into(SmsPieceRecord.class);
        var earlier =
                known.stream().filter(each -> each.getNumber() == part.number()).findFirst();
        if (earlier.filter(each -> each.getText().equals(message.text())).isPresent()) {
            return List.of();
        }
        var texts = new ArrayList<String>();
        var there = List.<SmsPieceRecord>copyOf(known);
        if (earlier.isPresent() || known.stream().anyMatch(SmsPieceRecord::getTaken)) {
            db.deleteFrom(SMS_PIECE).where(ofIt).execute();
            whatThereIs(known).ifPresent(texts::add);
            there = List.of();
        }
        insert(message, part);
        if (there.size() + 1 == part.total()) {
            texts.add(String.join(
                    "",
                    db.select(SMS_PIECE.TEXT)
                            .from(SMS_PIECE)
                            .where(ofIt)
                            .orderBy(SMS_PIECE.NUMBER)
                            .fetch(SMS_PIECE.TEXT)));
            db.update(SMS_PIECE).set(SMS_PIECE.TAKEN, true).where(ofIt).execute();
        }
        return texts;
    }

    /// Answers with a part that is older than a day.
    List<Answer> old() {
        return db.selectDistinct(SMS_PIECE.SENDER, SMS_PIECE.RECIPIENT, SMS_PIECE.REFERENCE, SMS_PIECE.TOTAL)
                .from(SMS_PIECE)
                .where(isOld())
                .fetch(row -> new Answer(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    /// Takes an answer away when it is old still; of what was not complete, what there is.
    Optional<ReceivedSms> takeOld(Answer answer) {
        oneAtATime(answer.from(), answer.to());
        var ofIt = ofIt(answer.from(), answer.to(), answer.reference(), answer.total());
        if (!db.fetchExists(SMS_PIECE, ofIt, isOld())) {
            return Optional.empty();
        }
        return whatThereIs(db.deleteFrom(SMS_PIECE).where(ofIt).returning().fetch())
                .map(text -> new ReceivedSms(answer.from(), answer.to(), text, Optional.empty()));
    }

    private Condition isOld() {
        return SMS_PIECE.RECEIVED_AT.lt(now().minus(COMPLETE_WITHIN));
    }

    /// Empty when it was complete.
    private static Optional<String> whatThereIs(List<SmsPieceRecord> parts) {
        if (parts.getFirst().getTaken()) {
            return Optional.empty();
        }
        var text = new StringBuilder();
        var next = 1;
        var sorted = parts.stream()
                .sorted(java.util.Comparator.comparing(SmsPieceRecord::getNumber))
                .toList();
        for (var part : sorted) {
            text.append(part.getNumber() == next ? "" : GAP).append(part.getText());
            next = part.getNumber() + 1;
        }
        return Optional.of(next > parts.getFirst().getTotal() ? text.toString() : text + GAP);
    }

    private void insert(ReceivedSms message, Concatenation part) {
        db.insertInto(SMS_PIECE)
                .set(SMS_PIECE.SENDER, message.from())
                .set(SMS_PIECE.RECIPIENT, message.to())
                .set(SMS_PIECE.REFERENCE, part.reference())
                .set(SMS_PIECE.TOTAL, (short) part.total())
                .set(SMS_PIECE.NUMBER, (short) part.number())
                .set(SMS_PIECE.TEXT, message.text())
                .set(SMS_PIECE.RECEIVED_AT, now())
                .execute();
    }

    private static Condition ofIt(String from, String to, int reference, int total) {
        return SMS_PIECE
                .SENDER
                .eq(from)
                .and(SMS_PIECE.RECIPIENT.eq(to))
                .and(SMS_PIECE.REFERENCE.eq(reference))
                .and(SMS_PIECE.TOTAL.eq((short) total));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
