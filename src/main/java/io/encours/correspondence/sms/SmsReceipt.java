package io.encours.correspondence.sms;

/// What a provider says of a part it took.
///
/// @param id the provider's
/// @param reason in the provider's words; empty when it was delivered
public record SmsReceipt(String provider, String id, Outcome outcome, String reason) {

    public enum Outcome {
        DELIVERED,
        /// Not this time: expired, deleted, the telephone was off.
        FAILED,
        /// Nobody is there: an unknown number, or one that takes none.
        UNREACHABLE
    }
}
