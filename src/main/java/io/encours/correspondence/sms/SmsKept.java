package io.encours.correspondence.sms;

import io.encours.platform.Perishable;
import io.encours.platform.PersonalData;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What providers said of short messages, and for how long (Q4); what became of a message stays with it.
@Configuration(proxyBeanMethods = false)
class SmsKept {

    private static final int A_YEAR = 12;

    /// Parts go with their receipts, and after messages that got none.
    private static final List<String> OLD = List.of(
            """
            correspondence.sms_part p where exists (
                select from correspondence.message m
                where m.customer_id = p.customer_id and m.id = p.message_id and m.created_at < cast(? as timestamptz))
            """,
            "correspondence.sms_receipt where received_at < cast(? as timestamptz)",
            "correspondence.sms_piece where received_at < cast(? as timestamptz)");

    @Bean
    Perishable smsReceiptsPerish(DSLContext db) {
        return new Perishable(
                16,
                "sms-receipts",
                "correspondence.kept.sms",
                "correspondence.kept.sms.why",
                A_YEAR,
                before -> OLD.stream().mapToInt(old -> count(db, old, before)).sum(),
                before -> OLD.stream()
                        .mapToInt(old -> db.execute("delete from " + old, before.atOffset(ZoneOffset.UTC)))
                        .sum());
    }

    private static int count(DSLContext db, String old, Instant before) {
        return db.fetchSingle("select count(*)::int from " + old, before.atOffset(ZoneOffset.UTC))
                .get(0, Integer.class);
    }

    @Bean
    PersonalData receiptsOfPerson(DSLContext db) {
        return PersonalData.ofCustomers(
                "smsReceipts", customer -> db.fetch("""
                        select m.created_at, array_to_string(m.recipients, ', ') as recipients, p.provider, p.provider_id,
                            r.delivered, r.reason, r.received_at
                        from correspondence.sms_part p
                        join correspondence.message m on m.customer_id = p.customer_id and m.id = p.message_id
                        left join correspondence.sms_receipt r on r.provider = p.provider and r.provider_id = p.provider_id
                        where p.customer_id = ? order by p.message_id, p.provider_id
                        """, customer).intoMaps());
    }
}
