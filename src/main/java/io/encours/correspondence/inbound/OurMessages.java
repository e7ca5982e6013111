package io.encours.correspondence.inbound;

import static encours.db.correspondence.Tables.MESSAGE;

import io.encours.correspondence.Channel;
import io.encours.correspondence.outbox.Message;
import io.encours.correspondence.outbox.Messages;
import io.encours.correspondence.outbox.Reference;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Finds the message of ours something answers to.
@Component
class OurMessages {

    /// In `name+REFERENCE@domain`, and in our `Message-ID`s.
    private static final Pattern REFERENCE =
            Pattern.compile("[+<]([0-9a-z]{1,13}-[0-9a-z]{1,13}-[0-9a-z]{10})@", Pattern.CASE_INSENSITIVE);

    private final Messages messages;
    private final DSLContext db;

    OurMessages(Messages messages, DSLContext db) {
        this.messages = messages;
        this.db = db;
    }

    /// The first that is named.
    ///
    /// @param places addresses it was sent to, or ids it refers to
    Optional<Message> named(Collection<String> places) {
        return places.stream()
                .flatMap(place -> REFERENCE.matcher(place).results())
                .map((MatchResult found) -> found.group(1))
                .flatMap(word -> Reference.parse(word).stream())
                .flatMap(reference -> messages.byReference(reference).stream())
                .findFirst();
    }

    /// The customer among these whom the latest message to a number was about.
    Stream<Long> latestSmsTo(String number, Collection<Long> customers) {
        return db
                .select(MESSAGE.CUSTOMER_ID)
                .from(MESSAGE)
                .where(
                        MESSAGE.CHANNEL.eq(Channel.SMS.name()),
                        MESSAGE.SENT_AT.isNotNull(),
                        MESSAGE.CUSTOMER_ID.in(customers),
                        DSL.val(number).eq(DSL.any(MESSAGE.RECIPIENTS)))
                .orderBy(MESSAGE.SENT_AT.desc())
                .limit(1)
                .fetch(MESSAGE.CUSTOMER_ID)
                .stream();
    }
}
