package io.encours.correspondence.inbound;

import static encours.db.customer.Tables.CUSTOMER_;

import io.encours.platform.Perishable;
import io.encours.platform.PersonalData;
import io.encours.platform.PhoneNumber;
import java.time.Clock;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What came in from persons, and for how long (Q4). That something came, and what was decided about it, stays.
@Configuration(proxyBeanMethods = false)
class InboundKept {

    private static final int FIVE_YEARS = 60;
    private static final String OLD = "purged_at is null and received_at < cast(? as timestamptz)";

    @Bean
    Perishable answersKept(DSLContext db, Clock clock) {
        return new Perishable(
                12,
                "answers",
                "correspondence.kept.answers",
                "correspondence.kept.answers.why",
                FIVE_YEARS,
                before -> db.fetchSingle(
                                "select count(*)::int from correspondence.inbound where " + OLD,
                                before.atOffset(ZoneOffset.UTC))
                        .get(0, Integer.class),
                before -> db.execute(
                        """
                        update correspondence.inbound set purged_at = cast(? as timestamptz), sender = '', sender_name = '',
                            subject = '', text = '', quoted = '', original = null,
                            state = case state when 'TO_ATTACH' then 'DISMISSED' else state end
                        where
                        """ + OLD, clock.instant().atOffset(ZoneOffset.UTC), before.atOffset(ZoneOffset.UTC)));
    }

    /// Also what nobody has attached yet, when it came from the address or the number of the customer.
    @Bean
    PersonalData answersOfPerson(DSLContext db) {
        return PersonalData.ofCustomers(
                "answers",
                customer ->
                        db.fetch("""
                        select i.received_at, i.channel, i.source, i.sender, i.sender_name, i.subject, i.text, i.quoted, i.kind, i.state
                        from correspondence.inbound i
                        where i.customer_id = ? or i.id in (
                            select u.id from customer.customer c
                            join correspondence.inbound u on u.customer_id is null and u.state = 'TO_ATTACH'
                                and coalesce(u.company_id, c.company_id) = c.company_id
                                and (u.sender = lower(c.email) or u.channel = 'SMS' and u.sender = cast(? as text))
                            where c.id = ?)
                        order by i.id
                        """, customer, number(db, customer), customer).intoMaps());
    }

    /// As the numbers of senders are kept; null: none that could be dialled.
    private static @Nullable String number(DSLContext db, long customer) {
        return db.select(CUSTOMER_.PHONE, CUSTOMER_.COUNTRY)
                .from(CUSTOMER_)
                .where(CUSTOMER_.ID.eq(customer))
                .fetchOptional()
                .flatMap(row -> PhoneNumber.of(row.value1(), row.value2()))
                .map(PhoneNumber::e164)
                .orElse(null);
    }
}
