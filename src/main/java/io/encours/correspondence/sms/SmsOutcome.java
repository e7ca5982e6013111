package io.encours.correspondence.sms;

import java.util.List;

/// What became of a message given to a provider.
public sealed interface SmsOutcome {

    /// The provider has it.
    ///
    /// @param ids the provider's, one for each part
    record Accepted(List<String> ids) implements SmsOutcome {}

    /// The provider has nothing of it; it may be given again later.
    record Later(String reason) implements SmsOutcome {}

    /// The provider will not send it, however often it is asked.
    record Refused(String reason) implements SmsOutcome {}

    /// Nobody knows whether the provider has it, or it has only a part of it: never given again by itself.
    ///
    /// @param ids of the parts it has for certain
    record Uncertain(String reason, List<String> ids) implements SmsOutcome {}
}
