package io.encours.correspondence.sms;

/// What a provider says of a part it took.
///
/// @param id the provider's
/// @param reason in the provider's words; empty when it was delivered
public record SmsReceipt(String provider, String id, boolean delivered, String reason) {}
