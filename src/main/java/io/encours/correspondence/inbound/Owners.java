package io.encours.correspondence.inbound;

import static encours.db.customer.Tables.CUSTOMER_;

import io.encours.correspondence.Channel;
import io.encours.platform.PhoneNumber;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds whose something is: by the reference in the address it was sent to, by the message it answers, by who
/// wrote.
@Component
class Owners {

    private static final int DIGITS_COMPARED = 8;
    private static final int MOST_CANDIDATES = 50;

    record Candidate(
            long customerId, long companyId, @Nullable String phone, String country) {}

    private final DSLContext db;
    private final OurMessages messages;

    Owners(DSLContext db, OurMessages messages) {
        this.db = db;
        this.messages = messages;
    }

    /// @param companies whose mailbox or number it came to; empty: of all
    Owner of(Incoming incoming, Collection<Long> companies) {
        var message = messages.named(incoming.recipients()).or(() -> messages.named(incoming.references()));
        if (message.isPresent()) {
            var ours = message.get();
            return new Owner.Known(ours.companyId(), ours.id().customer(), ours);
        }
        var bounce = incoming.bounce();
        var who = bounce == null ? incoming.sender() : bounce.recipient();
        var candidates = candidates(incoming.channel(), who, companies);
        if (candidates.size() == 1) {
            var only = candidates.getFirst();
            return new Owner.Known(only.companyId(), only.customerId(), null);
        }
        if (incoming.channel() == Channel.SMS && !candidates.isEmpty()) {
            var ids = candidates.stream().map(Candidate::customerId).toList();
            var latest = messages.latestSmsTo(who, ids).findFirst();
            if (latest.isPresent()) {
                return candidates.stream()
                        .filter(each -> each.customerId() == latest.get())
                        .map(each -> new Owner.Known(each.companyId(), each.customerId(), null))
                        .findFirst()
                        .orElseThrow();
            }
        }
        return new Owner.Unknown(
                companies.size() == 1 ? companies.iterator().next() : null,
                candidates.isEmpty()
                        ? "correspondence.inbound.reason.unknown"
                        : "correspondence.inbound.reason.several");
    }

    /// Customers with this number or address.
    List<Candidate> candidates(Channel channel, String sender, Collection<Long> companies) {
        if (sender.isBlank()) {
            return List.of();
        }
        return channel == Channel.SMS
                ? read(ofPhone(sender), companies).stream()
                        .filter(each -> PhoneNumber.of(each.phone(), each.country())
                                .filter(number -> number.e164().equals(sender))
                                .isPresent())
                        .toList()
                : read(DSL.lower(CUSTOMER_.EMAIL).eq(sender), companies);
    }

    private static Condition ofPhone(String number) {
        var digits = number.replaceAll("\\D", "");
        return DSL.right(DSL.regexpReplaceAll(CUSTOMER_.PHONE, "\\D", ""), DIGITS_COMPARED)
                .eq(digits.substring(Math.max(0, digits.length() - DIGITS_COMPARED)));
    }

    private List<Candidate> read(Condition which, Collection<Long> companies) {
        return db.select(CUSTOMER_.ID, CUSTOMER_.COMPANY_ID, CUSTOMER_.PHONE, CUSTOMER_.COUNTRY)
                .from(CUSTOMER_)
                .where(which, companies.isEmpty() ? DSL.noCondition() : CUSTOMER_.COMPANY_ID.in(companies))
                .orderBy(CUSTOMER_.ID)
                .limit(MOST_CANDIDATES)
                .fetch(row -> new Candidate(row.value1(), row.value2(), row.value3(), row.value4()));
    }
}
