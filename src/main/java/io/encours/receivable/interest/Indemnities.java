package io.encours.receivable.interest;

import io.encours.receivable.interest.CustomerAccount.Line;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The indemnity is one for an invoice (D441-5). A decision about it stays on the instalment it was made for; when
/// that one turns out paid in time and another is late, what was decided counts for the invoice all the same.
final class Indemnities {

    private Indemnities() {}

    /// Puts the indemnity of each invoice where decisions about it stand, the rest where it was.
    static Collection<Claim> onceAnInvoice(CustomerAccount account, Collection<Claim> claims) {
        var byId = new LinkedHashMap<Long, Claim>();
        claims.forEach(claim -> byId.put(claim.item().id(), claim));
        var dates =
                account.lines().stream().collect(Collectors.toMap(Line::id, Line::documentDate, (one, other) -> one));
        var documents = claims.stream()
                .filter(claim -> !claim.document().isBlank())
                .collect(Collectors.groupingBy(Claim::document, LinkedHashMap::new, Collectors.toList()));
        documents.values().stream()
                .filter(instalments -> instalments.size() > 1)
                .forEach(instalments -> share(instalments, dates, byId));
        return byId.values();
    }

    private static void share(List<Claim> instalments, Map<Long, LocalDate> dates, Map<Long, Claim> byId) {
        for (var carrier : instalments) {
            if (carrier.accrued().indemnity().signum() > 0) {
                var others = new ArrayList<>(instalments);
                others.removeIf(each -> each.item().equals(carrier.item()) || !isSameInvoice(carrier, each, dates));
                var left = carrier.accrued().indemnity();
                for (var other : others) {
                    var part = other.decidedIndemnity().max(BigDecimal.ZERO).min(left);
                    byId.put(other.item().id(), other.withIndemnity(part));
                    left = left.subtract(part);
                }
                byId.put(carrier.item().id(), carrier.withIndemnity(left));
            }
        }
    }

    /// Numbers come again after years; of what is no longer late the account tells the date, if it still has it.
    private static boolean isSameInvoice(Claim carrier, Claim other, Map<Long, LocalDate> dates) {
        @Nullable LocalDate date = other.kind() == null ? dates.get(other.item().id()) : other.documentDate();
        return date == null || date.equals(carrier.documentDate());
    }
}
