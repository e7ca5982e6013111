package io.encours.customer;

import io.encours.platform.PersonalData;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What this module keeps of persons (Q4): the master data of a customer, and for a user the customers that are
/// theirs.
@Configuration(proxyBeanMethods = false)
class CustomerData {

    @Bean
    PersonalData customerOfPerson(DSLContext db) {
        return PersonalData.ofCustomers("customer", customer -> read(db, """
                select code, name, siren, siret, vat_number, customer_group, associated_person, site, language, email, phone, address,
                    postal_code, city, country, created_at
                from customer.customer where id = ?
                """, customer));
    }

    @Bean
    PersonalData portfolioOfPerson(DSLContext db) {
        return PersonalData.ofUsers(
                "portfolio",
                user -> read(db, "select code, name from customer.customer where agent_id = ? order by code", user));
    }

    private static List<Map<String, Object>> read(DSLContext db, String query, long id) {
        return db.fetch(query, id).intoMaps();
    }
}
