package io.encours.correspondence.sms;

import static encours.db.correspondence.Tables.MESSAGE;
import static encours.db.correspondence.Tables.SMS_PART;
import static encours.db.correspondence.Tables.SMS_RECEIPT;
import static org.jooq.impl.DSL.boolAnd;
import static org.jooq.impl.DSL.boolOr;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;

import io.encours.correspondence.contact.ContactMark;
import io.encours.correspondence.contact.ContactMarks;
import io.encours.platform.RowId;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The SQL of parts and receipts.
@Component
class SmsStore {

    /// @param known of its parts that have a receipt
    record Settled(int parts, int known, boolean delivered, boolean unreachable, String reason) {

        boolean failed() {
            return known > 0 && !delivered;
        }

        boolean complete() {
            return known == parts && delivered;
        }
    }

    /// To whom a message was written.
    ///
    /// @param number E.164
    record Addressee(long companyId, String number) {}

    /// A receipt whose message does not know of it.
    record Unsettled(String provider, String id) {}

    private static final Duration AS_LONG_AS = Duration.ofDays(7);
    private static final Duration OF_AN_EARLIER_ONE = Duration.ofDays(1);
    private static final int AT_A_TIME = 500;

    private final DSLContext db;
    private final Clock clock;

    SmsStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// Providers give their ids anew after a while: the latest message has them.
    @Transactional
    public void parts(String provider, RowId message, List<String> ids) {
        for (var id : ids) {
            db.insertInto(SMS_PART)
                    .set(SMS_PART.PROVIDER, provider)
                    .set(SMS_PART.PROVIDER_ID, id)
                    .set(SMS_PART.CUSTOMER_ID, message.customer())
                    .set(SMS_PART.MESSAGE_ID, message.id())
                    .set(SMS_PART.PARTS, (short) ids.size())
                    .onConflict(SMS_PART.PROVIDER, SMS_PART.PROVIDER_ID)
                    .doUpdate()
                    .set(SMS_PART.CUSTOMER_ID, message.customer())
                    .set(SMS_PART.MESSAGE_ID, message.id())
                    .set(SMS_PART.PARTS, (short) ids.size())
                    .execute();
            db.deleteFrom(SMS_RECEIPT)
                    .where(
                            SMS_RECEIPT.PROVIDER.eq(provider),
                            SMS_RECEIPT.PROVIDER_ID.eq(id),
                            SMS_RECEIPT.RECEIVED_AT.lt(now().minus(OF_AN_EARLIER_ONE)))
                    .execute();
        }
    }

    /// A later receipt counts: a message that had expired may arrive after all.
    void receipt(SmsReceipt receipt) {
        db.insertInto(SMS_RECEIPT)
                .set(SMS_RECEIPT.PROVIDER, receipt.provider())
                .set(SMS_RECEIPT.PROVIDER_ID, receipt.id())
                .set(SMS_RECEIPT.DELIVERED, receipt.outcome() == SmsReceipt.Outcome.DELIVERED)
                .set(SMS_RECEIPT.UNREACHABLE, receipt.outcome() == SmsReceipt.Outcome.UNREACHABLE)
                .set(SMS_RECEIPT.REASON, receipt.reason())
                .set(SMS_RECEIPT.RECEIVED_AT, now())
                .onConflict(SMS_RECEIPT.PROVIDER, SMS_RECEIPT.PROVIDER_ID)
                .doUpdate()
                .set(SMS_RECEIPT.DELIVERED, receipt.outcome() == SmsReceipt.Outcome.DELIVERED)
                .set(SMS_RECEIPT.UNREACHABLE, receipt.outcome() == SmsReceipt.Outcome.UNREACHABLE)
                .set(SMS_RECEIPT.REASON, receipt.reason())
                .set(SMS_RECEIPT.RECEIVED_AT, now())
                .set(SMS_RECEIPT.SETTLED, false)
                .execute();
    }

    Optional<RowId> messageOf(String provider, String id) {
        return db.select(SMS_PART.CUSTOMER_ID, SMS_PART.MESSAGE_ID)
                .from(SMS_PART)
                .where(SMS_PART.PROVIDER.eq(provider), SMS_PART.PROVIDER_ID.eq(id))
                .fetchOptional(row -> new RowId(row.value1(), row.value2()));
    }

    Settled settled(RowId message) {
        var known = count(SMS_RECEIPT.PROVIDER_ID);
        var delivered = boolAnd(SMS_RECEIPT.DELIVERED);
        var unreachable = boolOr(SMS_RECEIPT.UNREACHABLE);
        var reason = max(SMS_RECEIPT.REASON);
        var parts = max(SMS_PART.PARTS);
        return db.select(parts, known, delivered, unreachable, reason)
                .from(SMS_PART)
                .leftJoin(SMS_RECEIPT)
                .on(SMS_RECEIPT.PROVIDER.eq(SMS_PART.PROVIDER), SMS_RECEIPT.PROVIDER_ID.eq(SMS_PART.PROVIDER_ID))
                .where(SMS_PART.CUSTOMER_ID.eq(message.customer()), SMS_PART.MESSAGE_ID.eq(message.id()))
                .fetchSingle(row -> new Settled(
                        row.value1() == null ? 0 : row.value1(),
                        row.value2(),
                        Boolean.TRUE.equals(row.value3()),
                        Boolean.TRUE.equals(row.value4()),
                        row.value5() == null ? "" : row.value5()));
    }

    /// Empty when it is no number that marks know.
    Optional<Addressee> addressee(RowId message) {
        return db.select(MESSAGE.COMPANY_ID, MESSAGE.RECIPIENTS)
                .from(MESSAGE)
                .where(MESSAGE.CUSTOMER_ID.eq(message.customer()), MESSAGE.ID.eq(message.id()))
                .fetchOptional()
                .flatMap(row -> ContactMarks.normal(ContactMark.Kind.PHONE, row.value2()[0], "FR")
                        .map(number -> new Addressee(row.value1(), number)));
    }

    List<Unsettled> unsettled() {
        return db.select(SMS_RECEIPT.PROVIDER, SMS_RECEIPT.PROVIDER_ID)
                .from(SMS_RECEIPT)
                .join(SMS_PART)
                .on(SMS_PART.PROVIDER.eq(SMS_RECEIPT.PROVIDER), SMS_PART.PROVIDER_ID.eq(SMS_RECEIPT.PROVIDER_ID))
                .where(SMS_RECEIPT.SETTLED.isFalse(), SMS_RECEIPT.RECEIVED_AT.gt(now().minus(AS_LONG_AS)))
                .orderBy(SMS_RECEIPT.RECEIVED_AT)
                .limit(AT_A_TIME)
                .fetch(row -> new Unsettled(row.value1(), row.value2()));
    }

    void settle(RowId message) {
        db.update(SMS_RECEIPT)
                .set(SMS_RECEIPT.SETTLED, true)
                .from(SMS_PART)
                .where(
                        SMS_PART.PROVIDER.eq(SMS_RECEIPT.PROVIDER),
                        SMS_PART.PROVIDER_ID.eq(SMS_RECEIPT.PROVIDER_ID),
                        SMS_PART.CUSTOMER_ID.eq(message.customer()),
                        SMS_PART.MESSAGE_ID.eq(message.id()))
                .execute();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
