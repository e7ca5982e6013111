package io.encours.correspondence.notice;

import static encours.db.correspondence.Tables.NOTICE;
import static encours.db.correspondence.Tables.NOTICE_ITEM;
import static encours.db.correspondence.Tables.NOTICE_STEP;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import io.encours.correspondence.notice.Notice.NoticeItem;
import io.encours.correspondence.notice.Notice.Step;
import io.encours.correspondence.notice.Notice.StepKind;
import io.encours.identity.SignedIn;
import io.encours.platform.RowId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// SQL of formal notices.
@Component
class NoticeStore {

    private final DSLContext db;
    private final Clock clock;

    NoticeStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// The latest first.
    List<Notice> ofCustomer(long customerId) {
        return fetch(NOTICE.CUSTOMER_ID.eq(customerId));
    }

    Optional<Notice> find(RowId id) {
        return fetch(is(id)).stream().findFirst();
    }

    Optional<byte[]> pdf(RowId id) {
        return db.select(NOTICE.PDF).from(NOTICE).where(is(id)).fetchOptional(NOTICE.PDF);
    }

    /// One at a time changes a notice.
    void lock(RowId id) {
        db.select(NOTICE.ID).from(NOTICE).where(is(id)).forUpdate().fetch();
    }

    long nextId() {
        return db.fetchSingle("select nextval('correspondence.notice_id_seq')").into(long.class);
    }

    void insert(long id, Demand demand, NoticePress.Printed printed, SignedIn issuer) {
        var account = demand.account();
        var customer = account.customer();
        var charges = demand.charges();
        db.insertInto(NOTICE)
                .set(NOTICE.CUSTOMER_ID, customer.id())
                .set(NOTICE.ID, id)
                .set(NOTICE.COMPANY_ID, customer.companyId())
                .set(NOTICE.DATED, account.today())
                .set(NOTICE.DEADLINE, demand.deadline())
                .set(NOTICE.LANGUAGE, NoticePress.language(demand))
                .set(NOTICE.PRINCIPAL, demand.principal())
                .set(NOTICE.CREDITS, demand.credits())
                .set(NOTICE.INTEREST, charges.interest())
                .set(NOTICE.INDEMNITY, charges.indemnity())
                .set(NOTICE.CURRENCY, customer.currency())
                .set(NOTICE.PROVISIONAL, demand.provisional())
                .set(NOTICE.PAGES, printed.pages())
                .set(NOTICE.PDF, printed.pdf())
                .set(NOTICE.ISSUED_AT, now())
                .set(NOTICE.ISSUED_BY, issuer.id())
                .set(NOTICE.ISSUER_NAME, issuer.displayName())
                .execute();
        for (var item : demand.items()) {
            db.insertInto(NOTICE_ITEM)
                    .set(NOTICE_ITEM.CUSTOMER_ID, customer.id())
                    .set(NOTICE_ITEM.NOTICE_ID, id)
                    .set(NOTICE_ITEM.ITEM_ID, item.id().id())
                    .set(NOTICE_ITEM.DOCUMENT, item.document())
                    .set(NOTICE_ITEM.DUE_DATE, item.dueDate())
                    .set(NOTICE_ITEM.REMAINING, item.remaining())
                    .execute();
        }
    }

    void addStep(
            RowId notice,
            StepKind kind,
            LocalDate on,
            @Nullable String registeredNumber,
            String note,
            @Nullable Proof proof,
            SignedIn author) {
        db.insertInto(NOTICE_STEP)
                .set(NOTICE_STEP.CUSTOMER_ID, notice.customer())
                .set(NOTICE_STEP.NOTICE_ID, notice.id())
                .set(NOTICE_STEP.KIND, kind.name())
                .set(NOTICE_STEP.HAPPENED_ON, on)
                .set(NOTICE_STEP.REGISTERED_NUMBER, registeredNumber)
                .set(NOTICE_STEP.NOTE, note)
                .set(NOTICE_STEP.FILE_NAME, proof == null ? null : proof.name())
                .set(NOTICE_STEP.MEDIA_TYPE, proof == null ? null : proof.mediaType())
                .set(NOTICE_STEP.FILE, proof == null ? null : proof.content())
                .set(NOTICE_STEP.RECORDED_AT, now())
                .set(NOTICE_STEP.AUTHOR_ID, author.id())
                .set(NOTICE_STEP.AUTHOR_NAME, author.displayName())
                .execute();
    }

    Optional<Proof> proof(RowId notice, RowId step) {
        return db.select(NOTICE_STEP.FILE_NAME, NOTICE_STEP.MEDIA_TYPE, NOTICE_STEP.FILE)
                .from(NOTICE_STEP)
                .where(NOTICE_STEP.CUSTOMER_ID.eq(notice.customer()))
                .and(NOTICE_STEP.NOTICE_ID.eq(notice.id()))
                .and(NOTICE_STEP.ID.eq(step.id()))
                .and(NOTICE_STEP.FILE.isNotNull())
                .fetchOptional(row -> Proof.kept(row.value1(), row.value2(), row.value3()));
    }

    private List<Notice> fetch(Condition which) {
        var items = multiset(select(
                                NOTICE_ITEM.CUSTOMER_ID,
                                NOTICE_ITEM.ITEM_ID,
                                NOTICE_ITEM.DOCUMENT,
                                NOTICE_ITEM.DUE_DATE,
                                NOTICE_ITEM.REMAINING)
                        .from(NOTICE_ITEM)
                        .where(NOTICE_ITEM.CUSTOMER_ID.eq(NOTICE.CUSTOMER_ID))
                        .and(NOTICE_ITEM.NOTICE_ID.eq(NOTICE.ID))
                        .orderBy(NOTICE_ITEM.DUE_DATE, NOTICE_ITEM.ITEM_ID))
                .convertFrom(rows -> rows.map(row -> new NoticeItem(
                        new RowId(row.value1(), row.value2()), row.value3(), row.value4(), row.value5())));
        var steps = multiset(select(
                                NOTICE_STEP.CUSTOMER_ID,
                                NOTICE_STEP.ID,
                                NOTICE_STEP.KIND,
                                NOTICE_STEP.HAPPENED_ON,
                                NOTICE_STEP.REGISTERED_NUMBER,
                                NOTICE_STEP.NOTE,
                                NOTICE_STEP.FILE_NAME,
                                NOTICE_STEP.RECORDED_AT,
                                NOTICE_STEP.AUTHOR_NAME)
                        .from(NOTICE_STEP)
                        .where(NOTICE_STEP.CUSTOMER_ID.eq(NOTICE.CUSTOMER_ID))
                        .and(NOTICE_STEP.NOTICE_ID.eq(NOTICE.ID))
                        .orderBy(NOTICE_STEP.ID))
                .convertFrom(rows -> rows.map(row -> new Step(
                        new RowId(row.value1(), row.value2()),
                        StepKind.valueOf(row.value3()),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7(),
                        row.value8().toInstant(),
                        row.value9())));
        return db.select(
                        NOTICE.CUSTOMER_ID,
                        NOTICE.ID,
                        NOTICE.COMPANY_ID,
                        NOTICE.DATED,
                        NOTICE.DEADLINE,
                        NOTICE.PRINCIPAL,
                        NOTICE.CREDITS,
                        NOTICE.INTEREST,
                        NOTICE.INDEMNITY,
                        NOTICE.CURRENCY,
                        NOTICE.PROVISIONAL,
                        NOTICE.PAGES,
                        NOTICE.ISSUED_AT,
                        NOTICE.ISSUER_NAME,
                        items,
                        steps)
                .from(NOTICE)
                .where(which)
                .orderBy(NOTICE.ID.desc())
                .fetch(row -> new Notice(
                        new RowId(row.value1(), row.value2()),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7(),
                        row.value8(),
                        row.value9(),
                        row.value10(),
                        row.value11(),
                        row.value12(),
                        row.value13().toInstant(),
                        row.value14(),
                        row.value15(),
                        row.value16()));
    }

    private static Condition is(RowId id) {
        return NOTICE.CUSTOMER_ID.eq(id.customer()).and(NOTICE.ID.eq(id.id()));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
