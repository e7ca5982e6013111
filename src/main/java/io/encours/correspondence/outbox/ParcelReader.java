package io.encours.correspondence.outbox;

import static encours.db.correspondence.Tables.MESSAGE;
import static encours.db.correspondence.Tables.MESSAGE_ATTACHMENT;
import static encours.db.correspondence.Tables.MESSAGE_BODY;

import encours.db.correspondence.tables.records.MessageAttachmentRecord;
import io.encours.correspondence.Channel;
import io.encours.correspondence.TemplateUse;
import io.encours.correspondence.letter.LetterOrder;
import io.encours.correspondence.letter.Letters;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.platform.mail.Mail;
import io.encours.strategy.Purpose;
import io.encours.strategy.Stage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Gets a message ready to be handed over, with its files; a statement of account is made now and kept as it
/// was sent.
@Component
class ParcelReader {

    private static final String PDF = "application/pdf";

    private final DSLContext db;
    private final Letters letters;

    ParcelReader(DSLContext db, Letters letters) {
        this.db = db;
        this.letters = letters;
    }

    /// Empty when it does not wait any more.
    ///
    /// @throws io.encours.platform.Problem refused when a statement cannot be made
    Optional<Parcel> read(RowId id) {
        var earlier = MESSAGE.as("earlier");
        return db.select(MESSAGE.fields())
                .select(MESSAGE_BODY.TEXT, MESSAGE_BODY.HTML, earlier.MESSAGE_ID)
                .from(MESSAGE)
                .join(MESSAGE_BODY)
                .on(MESSAGE_BODY.CUSTOMER_ID.eq(MESSAGE.CUSTOMER_ID), MESSAGE_BODY.MESSAGE_ID.eq(MESSAGE.ID))
                .leftJoin(earlier)
                .on(earlier.CUSTOMER_ID.eq(MESSAGE.CUSTOMER_ID), earlier.ID.eq(MESSAGE.RESEND_OF))
                .where(MessageStore.is(id), MESSAGE.STATE.eq(MessageState.Name.WAITING.name()))
                .fetchOptional(row -> new Parcel(
                        id,
                        row.get(MESSAGE.ATTEMPTS) + 1,
                        row.get(MESSAGE.COMPANY_ID),
                        Channel.valueOf(row.get(MESSAGE.CHANNEL)),
                        List.of(row.get(MESSAGE.RECIPIENTS)),
                        row.get(MESSAGE.LANGUAGE),
                        row.get(MESSAGE.SUBJECT),
                        row.get(MESSAGE_BODY.TEXT),
                        row.get(MESSAGE_BODY.HTML),
                        files(id, row.get(MESSAGE.COMPANY_ID), row.get(MESSAGE.LANGUAGE)),
                        new Reference(id, row.get(MESSAGE.SECRET)),
                        row.get(earlier.MESSAGE_ID),
                        !row.get(MESSAGE.BY_HAND)));
    }

    /// One file of a message the caller has read within the scope; empty when it was not made yet.
    Optional<Mail.File> file(RowId id, int position) {
        return db.selectFrom(MESSAGE_ATTACHMENT)
                .where(
                        MESSAGE_ATTACHMENT.CUSTOMER_ID.eq(id.customer()),
                        MESSAGE_ATTACHMENT.MESSAGE_ID.eq(id.id()),
                        MESSAGE_ATTACHMENT.POSITION.eq(position))
                .fetchOptional()
                .filter(row -> row.getContent() != null || row.getLetterId() != null)
                .map(row -> new Mail.File(
                        row.getName(),
                        row.getMediaType(),
                        row.getLetterId() == null
                                ? kept(row)
                                : letters.enclosed(new RowId(id.customer(), row.getLetterId()))));
    }

    /// The files of a message for another: those that were made, as they were.
    List<Enclosure> enclosures(RowId id) {
        return db.selectFrom(MESSAGE_ATTACHMENT)
                .where(MESSAGE_ATTACHMENT.CUSTOMER_ID.eq(id.customer()), MESSAGE_ATTACHMENT.MESSAGE_ID.eq(id.id()))
                .orderBy(MESSAGE_ATTACHMENT.POSITION)
                .fetch(row -> row.getLetterId() != null
                        ? new Enclosure.Letter(row.getName(), row.getLetterId())
                        : row.getContent() == null
                                ? new Enclosure.Statement(row.getName())
                                : new Enclosure.File(row.getName(), row.getMediaType(), kept(row)));
    }

    private List<Mail.File> files(RowId id, long companyId, String language) {
        return db.selectFrom(MESSAGE_ATTACHMENT)
                .where(MESSAGE_ATTACHMENT.CUSTOMER_ID.eq(id.customer()), MESSAGE_ATTACHMENT.MESSAGE_ID.eq(id.id()))
                .orderBy(MESSAGE_ATTACHMENT.POSITION)
                .fetch(row -> new Mail.File(
                        row.getName(), row.getMediaType(), content(row, id.customer(), companyId, language)));
    }

    private byte[] content(MessageAttachmentRecord row, long customerId, long companyId, String language) {
        if (row.getLetterId() != null) {
            return letters.enclosed(new RowId(customerId, row.getLetterId()));
        }
        return row.getContent() == null ? made(row, customerId, companyId, language) : kept(row);
    }

    private static byte[] kept(MessageAttachmentRecord row) {
        return java.util.Objects.requireNonNull(row.getContent());
    }

    private byte[] made(MessageAttachmentRecord row, long customerId, long companyId, String language) {
        var statement = letters.preview(
                new Scope(0, Set.of(companyId), Scope.Portfolio.EVERYONE),
                companyId,
                new TemplateUse(Channel.LETTER, Purpose.STATEMENT, Stage.AMICABLE, 1, language, null),
                LetterOrder.about(customerId, List.of()));
        row.setMediaType(PDF);
        row.setContent(statement);
        row.store();
        return statement;
    }
}
