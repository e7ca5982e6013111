package io.encours.correspondence.outbox;

import io.encours.correspondence.Channel;
import io.encours.correspondence.Filled;
import io.encours.correspondence.letter.Account.OpenItem;
import io.encours.correspondence.outbox.NewMessage.About;
import io.encours.correspondence.outbox.NewMessage.Release;
import io.encours.customer.Customer;
import io.encours.identity.SignedIn;
import io.encours.strategy.Purpose;
import io.encours.strategy.Stage;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A message that is made and not yet written: its preview.
///
/// @param filled the words of the template; without code when a person wrote them
/// @param recipient e-mail address, or telephone number
/// @param text as it goes out
/// @param html the whole document; empty for an SMS
/// @param items it speaks of
/// @param today business date
public record Composed(
        Customer customer,
        Channel channel,
        Purpose purpose,
        Stage stage,
        Filled filled,
        String recipient,
        String text,
        String html,
        List<OpenItem> items,
        LocalDate today) {

    public String subject() {
        return filled.subject();
    }

    /// To be written to the outbox.
    ///
    /// @param author null: Encours itself
    /// @param occurrences of the actions it carries out, by id of the item; items that are missing stand for none
    public NewMessage message(
            Release release, @Nullable SignedIn author, Map<Long, Integer> occurrences, List<Enclosure> enclosures) {
        return new NewMessage(
                customer.companyId(),
                customer.id(),
                channel,
                purpose,
                stage,
                filled.language(),
                List.of(recipient),
                subject(),
                text,
                html,
                filled.code().isEmpty() ? null : filled.code(),
                filled.code().isEmpty() ? null : (Integer) filled.version(),
                enclosures,
                items.stream()
                        .map(item -> new About(item.id(), occurrences.get(item.id()), item.remaining()))
                        .toList(),
                customer.currency(),
                today,
                release,
                null,
                author);
    }
}
