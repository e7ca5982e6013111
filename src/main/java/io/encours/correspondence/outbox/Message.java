package io.encours.correspondence.outbox;

import io.encours.correspondence.Channel;
import io.encours.platform.RowId;
import io.encours.strategy.Purpose;
import io.encours.strategy.Stage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A message as it was written, and where it stands.
///
/// @param company code
/// @param customer code
/// @param template code; null: free text
/// @param amount Σ remaining of the items when it was written
/// @param createdFor business date
/// @param author name as it was then
/// @param byHand a person wrote it; else an automatic action
/// @param peerId `Message-ID` of the e-mail, id of the SMS at the provider; null: never tried
/// @param resendOf the message it was written in place of
/// @param purged text and attachments are gone
public record Message(
        RowId id,
        long companyId,
        String company,
        String customer,
        String customerName,
        Channel channel,
        Purpose purpose,
        Stage stage,
        String language,
        List<String> recipients,
        String subject,
        @Nullable String template,
        BigDecimal amount,
        String currency,
        LocalDate createdFor,
        Instant createdAt,
        String author,
        boolean byHand,
        @Nullable String peerId,
        @Nullable RowId resendOf,
        boolean purged,
        List<Item> items,
        MessageState state) {

    /// An item it speaks of.
    ///
    /// @param action occurrence it stands for, `customer-item-occurrence`; null: none
    public record Item(RowId id, String document, @Nullable String action, BigDecimal remaining) {}

    /// What lists are narrowed to; null: not narrowed. Bounds are included.
    ///
    /// @param company code
    /// @param customer code, of the company
    /// @param from business date it was written for
    public record Filter(
            @Nullable String company,
            @Nullable String customer,
            MessageState.@Nullable Name state,
            @Nullable Channel channel,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        public static final Filter ALL = new Filter(null, null, null, null, null, null);

        Filter inAnyState() {
            return new Filter(company, customer, null, channel, from, to);
        }
    }

    /// An attempt to send it.
    ///
    /// @param endedAt null: nobody knows how it ended
    /// @param outcome as in `Delivery`: ACCEPTED, DEFERRED, REFUSED, UNKNOWN
    /// @param answer words of the peer
    public record Attempt(
            int number,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String outcome,
            String answer) {}

    /// What it says.
    ///
    /// @param html the whole document; empty for an SMS
    public record Body(String text, String html) {}

    /// A file that goes with it.
    ///
    /// @param position from 0
    /// @param made it can be opened
    public record File(int position, String name, String mediaType, boolean made) {}
}
