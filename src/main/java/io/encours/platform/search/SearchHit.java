package io.encours.platform.search;

import io.encours.platform.Money;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something found.
///
/// @param path of its page
/// @param title what it is called: a customer's name, a document
/// @param beside what else tells it: a customer's code, the customer of a document
/// @param also what matched beyond these, an e-mail address; null: nothing
/// @param kindKey message key of what it is, where the title leaves that open; null: it goes without saying
/// @param due of an item; null: it is none
/// @param amount a balance, or what remains of an item; of a settled one its original amount
/// @param settled nothing remains of it
/// @param facts the same for programs, by the names of the API
public record SearchHit(
        String path,
        String title,
        String beside,
        @Nullable String also,
        @Nullable String kindKey,
        @Nullable LocalDate due,
        @Nullable Money amount,
        boolean settled,
        Map<String, String> facts) {}
