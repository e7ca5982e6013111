package io.encours.correspondence.sms;

/// A short message to be sent.
///
/// @param sender as the customer sees it: a number or at most eleven letters
/// @param to E.164
/// @param company code of who writes
/// @param reference ours, the same when it is tried again
public record SmsOrder(String company, String sender, String to, String text, String reference) {

    /// Without the text and the number: nothing personal gets into logs.
    @Override
    public String toString() {
        return "SmsOrder[" + reference + "]";
    }
}
