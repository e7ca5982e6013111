package io.encours.correspondence.outbox;

import static encours.db.correspondence.Tables.MESSAGE;
import static encours.db.correspondence.Tables.MESSAGE_ATTACHMENT;
import static encours.db.correspondence.Tables.MESSAGE_ITEM;

import encours.db.correspondence.tables.records.MessageAttachmentRecord;
import encours.db.correspondence.tables.records.MessageBodyRecord;
import encours.db.correspondence.tables.records.MessageRecord;
import io.encours.correspondence.outbox.MessageState.Name;
import io.encours.correspondence.outbox.NewMessage.Release;
import io.encours.platform.ActionId;
import io.encours.platform.RowId;
import io.encours.platform.database.CopyRecords;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The SQL that writes messages, one for an occurrence of an action.
@Component
class MessageWriter {

    /// A message to be written, with its id.
    ///
    /// @param resendOf id of the message of the same customer it replaces; null: none
    record Draft(
            RowId id,
            NewMessage message,
            Instant dueAt,
            @Nullable Long resendOf) {}

    private record Line(long customerId, long messageId, NewMessage.About about) {}

    private final DSLContext db;
    private final Clock clock;

    MessageWriter(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    List<Long> ids(int howMany) {
        return db.fetch(
                        "select nextval('correspondence.message_id_seq') from generate_series(1, {0})",
                        DSL.val(howMany))
                .getValues(0, Long.class);
    }

    /// Writes the messages whose occurrences are all free. Of two writers at once the second waits for the
    /// first.
    ///
    /// @return ids of those that were written
    Set<RowId> insert(List<Draft> drafts) {
        var refused = claim(drafts);
        var written =
                drafts.stream().filter(draft -> !refused.contains(draft.id())).toList();
        insertRows(written);
        var ids = new HashSet<RowId>();
        written.forEach(draft -> ids.add(draft.id()));
        return ids;
    }

    /// Claims the occurrences, in one order for all writers so that none waits for another in a circle.
    ///
    /// @return messages that did not get all of theirs, and have none
    private Set<RowId> claim(List<Draft> drafts) {
        var lines = new ArrayList<Line>();
        for (var draft : drafts) {
            draft.message()
                    .about()
                    .forEach(about ->
                            lines.add(new Line(draft.id().customer(), draft.id().id(), about)));
        }
        if (lines.isEmpty()) {
            return Set.of();
        }
        lines.sort(Comparator.comparingLong(Line::customerId)
                .thenComparingLong(line -> line.about().itemId())
                .thenComparing(line -> line.about().occurrence(), Comparator.nullsFirst(Comparator.naturalOrder())));
        var missing = new HashMap<RowId, Integer>();
        lines.forEach(line -> missing.merge(new RowId(line.customerId(), line.messageId()), 1, Integer::sum));
        db.fetch(
                        """
                        insert into correspondence.message_item as i
                            (customer_id, message_id, item_id, occurrence, remaining, live)
                        select customer_id, message_id, item_id, occurrence, remaining, true
                        from unnest(?, ?, ?, ?, ?) with ordinality
                            as given (customer_id, message_id, item_id, occurrence, remaining, place)
                        order by place
                        on conflict do nothing
                        returning i.customer_id, i.message_id
                        """,
                        lines.stream().map(Line::customerId).toArray(Long[]::new),
                        lines.stream().map(Line::messageId).toArray(Long[]::new),
                        lines.stream().map(line -> line.about().itemId()).toArray(Long[]::new),
                        lines.stream().map(line -> line.about().occurrence()).toArray(Integer[]::new),
                        lines.stream().map(line -> line.about().remaining()).toArray(BigDecimal[]::new))
                .forEach(row ->
                        missing.merge(new RowId(row.get(0, Long.class), row.get(1, Long.class)), -1, Integer::sum));
        missing.values().removeIf(count -> count == 0);
        if (!missing.isEmpty()) {
            db.deleteFrom(MESSAGE_ITEM)
                    .where(DSL.row(MESSAGE_ITEM.CUSTOMER_ID, MESSAGE_ITEM.MESSAGE_ID)
                            .in(missing.keySet().stream()
                                    .map(id -> DSL.row(id.customer(), id.id()))
                                    .toList()))
                    .execute();
        }
        return missing.keySet();
    }

    private void insertRows(List<Draft> drafts) {
        var now = MessageStore.utc(clock.instant());
        var rows = new ArrayList<MessageRecord>();
        var bodies = new ArrayList<MessageBodyRecord>();
        var files = new ArrayList<MessageAttachmentRecord>();
        for (var draft : drafts) {
            var message = draft.message();
            var id = draft.id();
            var author = message.author();
            var row = db.newRecord(MESSAGE);
            row.setCustomerId(id.customer());
            row.setId(id.id());
            row.setCompanyId(message.companyId());
            row.setChannel(message.channel().name());
            row.setPurpose(message.purpose().name());
            row.setStage(message.stage().name());
            row.setLanguage(message.language());
            row.setRecipients(message.recipients().toArray(String[]::new));
            row.setSubject(message.subject());
            row.setTemplate(message.template());
            row.setTemplateVersion(message.templateVersion());
            row.setAmount(message.amount());
            row.setCurrency(message.currency());
            row.setCreatedFor(message.createdFor());
            row.setCreatedAt(now);
            row.setAuthorId(author == null ? null : (Long) author.id());
            row.setAuthorName(author == null ? MessageStore.ENCOURS : author.displayName());
            row.setByHand(message.release() == Release.BY_HAND);
            row.setState((message.release() == Release.AFTER_CONFIRMATION ? Name.TO_CONFIRM : Name.WAITING).name());
            row.setStateSince(now);
            row.setReason("");
            row.setDueAt(MessageStore.utc(draft.dueAt()));
            row.setAttempts(0);
            row.setSecret(Reference.newSecret());
            row.setResendOf(draft.resendOf());
            rows.add(row);
            bodies.add(new MessageBodyRecord(id.customer(), id.id(), message.text(), message.html()));
            for (var position = 0; position < message.enclosures().size(); position++) {
                files.add(file(id, position, message.enclosures().get(position)));
            }
        }
        CopyRecords.insert(db, rows);
        CopyRecords.insert(db, bodies);
        db.batchInsert(files).execute();
    }

    private MessageAttachmentRecord file(RowId id, int position, Enclosure enclosure) {
        var row = db.newRecord(MESSAGE_ATTACHMENT);
        row.setCustomerId(id.customer());
        row.setMessageId(id.id());
        row.setPosition(position);
        row.setName(enclosure.name());
        row.setMediaType("application/pdf");
        switch (enclosure) {
            case Enclosure.File file -> {
                row.setKind("FILE");
                row.setMediaType(file.mediaType());
                row.setContent(file.content());
            }
            case Enclosure.Letter letter -> {
                row.setKind("LETTER");
                row.setLetterId(letter.letterId());
            }
            case Enclosure.Statement statement -> row.setKind("STATEMENT");
        }
        return row;
    }

    /// Which live message speaks for each of these occurrences; those without one are missing.
    Map<ActionId, RowId> live(Collection<ActionId> actions) {
        var given = List.copyOf(actions);
        var found = new LinkedHashMap<ActionId, RowId>();
        db.fetch(
                        """
                        select i.customer_id, i.item_id, i.occurrence, i.message_id
                        from correspondence.message_item i
                        join (select distinct * from unnest(?, ?, ?) as given (customer_id, item_id, occurrence)) g
                          on g.customer_id = i.customer_id and g.item_id = i.item_id and g.occurrence = i.occurrence
                        where i.live and i.occurrence is not null
                        """,
                        given.stream().map(action -> action.item().customer()).toArray(Long[]::new),
                        given.stream().map(action -> action.item().id()).toArray(Long[]::new),
                        given.stream().map(ActionId::occurrence).toArray(Integer[]::new))
                .forEach(row -> found.put(
                        new ActionId(
                                new RowId(row.get(0, Long.class), row.get(1, Long.class)), row.get(2, Integer.class)),
                        new RowId(row.get(0, Long.class), row.get(3, Long.class))));
        return found;
    }
}
