package io.encours.correspondence.letter;

import static encours.db.correspondence.Tables.LETTER;
import static encours.db.correspondence.Tables.LETTER_CONTENT;

import io.encours.platform.RowId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.springframework.stereotype.Component;

/// The SQL of what letters say: set as markup when they are made, and kept as PDF once it is drawn.
@Component
class LetterContentStore {

    /// What a letter says, not drawn yet.
    record Undrawn(RowId id, long companyId, String markup) {}

    private final DSLContext db;

    LetterContentStore(DSLContext db) {
        this.db = db;
    }

    /// Of a letter within the caller's scope. Empty when it is not drawn yet, or was removed at the end of its
    /// retention period.
    Optional<byte[]> content(RowId id) {
        return db.select(LETTER_CONTENT.PDF)
                .from(LETTER_CONTENT)
                .where(
                        LETTER_CONTENT.CUSTOMER_ID.eq(id.customer()),
                        LETTER_CONTENT.LETTER_ID.eq(id.id()),
                        LETTER_CONTENT.PDF.isNotNull())
                .fetchOptional(LETTER_CONTENT.PDF);
    }

    /// Those of them that are not drawn yet, in the order in which they are locked.
    List<RowId> undrawn(Collection<RowId> ids) {
        return db.select(LETTER_CONTENT.CUSTOMER_ID, LETTER_CONTENT.LETTER_ID)
                .from(LETTER_CONTENT)
                .where(
                        LetterStore.among(ids, LETTER_CONTENT.CUSTOMER_ID, LETTER_CONTENT.LETTER_ID),
                        LETTER_CONTENT.PDF.isNull())
                .orderBy(LETTER_CONTENT.CUSTOMER_ID, LETTER_CONTENT.LETTER_ID)
                .fetch(row -> new RowId(row.value1(), row.value2()));
    }

    /// The same, with what they say; nobody else draws them until the transaction ends.
    List<Undrawn> lockUndrawn(Collection<RowId> ids) {
        return db.select(LETTER_CONTENT.CUSTOMER_ID, LETTER_CONTENT.LETTER_ID, LETTER.COMPANY_ID, LETTER_CONTENT.MARKUP)
                .from(LETTER_CONTENT)
                .join(LETTER)
                .on(LETTER.CUSTOMER_ID.eq(LETTER_CONTENT.CUSTOMER_ID), LETTER.ID.eq(LETTER_CONTENT.LETTER_ID))
                .where(
                        LetterStore.among(ids, LETTER_CONTENT.CUSTOMER_ID, LETTER_CONTENT.LETTER_ID),
                        LETTER_CONTENT.PDF.isNull())
                .orderBy(LETTER_CONTENT.CUSTOMER_ID, LETTER_CONTENT.LETTER_ID)
                .forUpdate()
                .of(LETTER_CONTENT)
                .fetch(row -> new Undrawn(new RowId(row.value1(), row.value2()), row.value3(), row.value4()));
    }

    /// Keeps the pages of letters that were locked.
    void drawn(Map<RowId, PrintedSheet> sheets) {
        var contents = new ArrayList<Query>();
        var letters = new ArrayList<Query>();
        sheets.forEach((id, sheet) -> {
            contents.add(db.update(LETTER_CONTENT)
                    .set(LETTER_CONTENT.PDF, sheet.pdf())
                    .setNull(LETTER_CONTENT.MARKUP)
                    .where(LETTER_CONTENT.CUSTOMER_ID.eq(id.customer()), LETTER_CONTENT.LETTER_ID.eq(id.id())));
            letters.add(db.update(LETTER)
                    .set(LETTER.PAGES, sheet.pages())
                    .where(LETTER.CUSTOMER_ID.eq(id.customer()), LETTER.ID.eq(id.id())));
        });
        db.batch(contents).execute();
        db.batch(letters).execute();
    }
}
