package io.encours.correspondence.sms;

/// A way to a provider of short messages.
interface SmsTransport {

    /// `smpp` or `http`; receipts name it, since ids are unique within a provider only.
    String provider();

    /// The same of a company, where companies may have accounts of their own.
    default String provider(String company) {
        return provider();
    }

    /// Waits for the provider's answer.
    SmsOutcome send(SmsOrder order);
}
