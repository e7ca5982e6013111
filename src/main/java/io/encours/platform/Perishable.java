package io.encours.platform;

import java.time.Instant;
import java.util.function.ToIntFunction;

/// Something that holds personal data and is not kept for ever (Q4), contributed as a bean by the module that keeps it.
/// What is removed is the content; that something was sent, printed or taken in stays.
///
/// @param order ascending, on the page
/// @param kind its name outside and in message keys, `letters`
/// @param textKey message key of what it is
/// @param reasonKey message key of why it is kept so long, with the law where there is one
/// @param months how long, unless somebody says otherwise
/// @param count how many are older
/// @param remove those that are older, in the caller's transaction
public record Perishable(
        int order,
        String kind,
        String textKey,
        String reasonKey,
        int months,
        ToIntFunction<Instant> count,
        ToIntFunction<Instant> remove) {}
