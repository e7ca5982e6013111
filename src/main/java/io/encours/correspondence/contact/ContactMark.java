package io.encours.correspondence.contact;

import java.time.Instant;

/// Why an address should not be used.
///
/// @param address E.164, or an e-mail address in small letters
/// @param detail in the words of who refused it; empty: none
/// @param author name as it was then
public record ContactMark(Kind kind, String address, Reason reason, String detail, Instant since, String author) {

    /// What it says, in a message file: a number that takes no short messages may still be called.
    public String messageKey() {
        return kind == Kind.PHONE && reason == Reason.BOUNCED ? reason.messageKey() + ".PHONE" : reason.messageKey();
    }

    public enum Kind {
        PHONE,
        EMAIL
    }

    public enum Reason {
        /// The person asked not to be written to; law, not taste.
        OPTED_OUT,
        /// What was sent there came back.
        BOUNCED,
        /// Somebody else answered.
        WRONG_NUMBER;

        /// Its name in a message file.
        public String messageKey() {
            return "correspondence.contact." + name();
        }
    }
}
