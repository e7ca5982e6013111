package io.encours.correspondence.outbox;

import io.encours.correspondence.Channel;
import io.encours.identity.SignedIn;
import io.encours.platform.ActionId;
import io.encours.platform.RowId;
import io.encours.strategy.Purpose;
import io.encours.strategy.Stage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A message to be written. `Composer` makes them from templates.
///
/// @param recipients e-mail addresses, or telephone numbers for an SMS
/// @param subject empty for an SMS
/// @param text whole SMS, or the part of an e-mail for readers without HTML
/// @param html the whole document; empty for an SMS
/// @param template code; null: free text
/// @param templateVersion of the template
/// @param about items it speaks of
/// @param createdFor business date it was written for
/// @param release when it may go out
/// @param notBefore a moment before which it does not go, whatever its release says; null: none
/// @param author null: Encours itself
public record NewMessage(
        long companyId,
        long customerId,
        Channel channel,
        Purpose purpose,
        Stage stage,
        String language,
        List<String> recipients,
        String subject,
        String text,
        String html,
        @Nullable String template,
        @Nullable Integer templateVersion,
        List<Enclosure> enclosures,
        List<About> about,
        String currency,
        LocalDate createdFor,
        Release release,
        @Nullable Instant notBefore,
        @Nullable SignedIn author) {

    public NewMessage {
        if (channel == Channel.LETTER) {
            throw new IllegalArgumentException("a letter is no message");
        }
        recipients = List.copyOf(recipients);
        enclosures = List.copyOf(enclosures);
        about = List.copyOf(about);
    }

    /// An item.
    ///
    /// @param occurrence of the action the message carries out on it; null: the message stands for no action
    /// @param remaining of it when the message is written
    public record About(long itemId, @Nullable Integer occurrence, BigDecimal remaining) {

        Optional<ActionId> action(long customerId) {
            return Optional.ofNullable(occurrence).map(number -> new ActionId(new RowId(customerId, itemId), number));
        }
    }

    /// When a message may go out. Each leaves the undo window of the company open, and respects quiet hours.
    public enum Release {
        /// A person wrote it or asked for it.
        BY_HAND,
        /// An automatic action.
        AUTOMATIC,
        /// An automatic action that waits for the confirmation of a person.
        AFTER_CONFIRMATION
    }

    /// The same, not to go before.
    public NewMessage held(Instant until) {
        return new NewMessage(
                companyId,
                customerId,
                channel,
                purpose,
                stage,
                language,
                recipients,
                subject,
                text,
                html,
                template,
                templateVersion,
                enclosures,
                about,
                currency,
                createdFor,
                release,
                until,
                author);
    }

    /// Σ remaining of the items.
    BigDecimal amount() {
        return about.stream().map(About::remaining).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
