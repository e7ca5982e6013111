package io.encours.timeline;

import static encours.db.customer.Tables.CUSTOMER_;
import static encours.db.timeline.Tables.ATTACHMENT;
import static encours.db.timeline.Tables.ATTACHMENT_CONTENT;

import io.encours.platform.RowId;
import io.encours.platform.Scope;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/// The SQL of files of events. It inserts and reads.
@Component
class AttachmentStore {

    private final DSLContext db;
    private final Clock clock;

    AttachmentStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    Attachment insert(RowId event, String name, FileType type, byte[] content, String author) {
        var row = db.insertInto(ATTACHMENT)
                .set(ATTACHMENT.CUSTOMER_ID, event.customer())
                .set(ATTACHMENT.EVENT_ID, event.id())
                .set(ATTACHMENT.NAME, name)
                .set(ATTACHMENT.MEDIA_TYPE, type.mediaType())
                .set(ATTACHMENT.BYTES, (long) content.length)
                .set(ATTACHMENT.ADDED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(ATTACHMENT.AUTHOR_NAME, author)
                .returning()
                .fetchSingle();
        db.insertInto(ATTACHMENT_CONTENT)
                .set(ATTACHMENT_CONTENT.CUSTOMER_ID, event.customer())
                .set(ATTACHMENT_CONTENT.ATTACHMENT_ID, row.getId())
                .set(ATTACHMENT_CONTENT.CONTENT, content)
                .execute();
        return attachment(row);
    }

    Optional<Attachment> find(Scope scope, RowId id) {
        return db.select(ATTACHMENT.fields())
                .from(ATTACHMENT)
                .join(CUSTOMER_)
                .on(CUSTOMER_.ID.eq(ATTACHMENT.CUSTOMER_ID))
                .where(
                        ATTACHMENT.CUSTOMER_ID.eq(id.customer()),
                        ATTACHMENT.ID.eq(id.id()),
                        scope.covers(CUSTOMER_.COMPANY_ID, CUSTOMER_.AGENT_ID))
                .fetchOptional(AttachmentStore::attachment);
    }

    /// Of one within the caller's scope.
    /// Empty when it was removed at the end of its retention period.
    Optional<byte[]> content(RowId id) {
        return db.select(ATTACHMENT_CONTENT.CONTENT)
                .from(ATTACHMENT_CONTENT)
                .where(ATTACHMENT_CONTENT.CUSTOMER_ID.eq(id.customer()), ATTACHMENT_CONTENT.ATTACHMENT_ID.eq(id.id()))
                .fetchOptional(ATTACHMENT_CONTENT.CONTENT);
    }

    static Attachment attachment(Record row) {
        return new Attachment(
                new RowId(row.get(ATTACHMENT.CUSTOMER_ID), row.get(ATTACHMENT.ID)),
                row.get(ATTACHMENT.NAME),
                row.get(ATTACHMENT.MEDIA_TYPE),
                row.get(ATTACHMENT.BYTES),
                row.get(ATTACHMENT.ADDED_AT).toInstant(),
                row.get(ATTACHMENT.AUTHOR_NAME));
    }
}
