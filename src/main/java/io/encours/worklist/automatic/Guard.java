package io.encours.worklist.automatic;

import io.encours.correspondence.contact.ContactMark.Reason;
import io.encours.correspondence.letter.Refusal;
import io.encours.correspondence.outbox.MessageRefusal;
import java.util.Arrays;
import java.util.Optional;

/// Why an action that is due does not go out by itself (A8). In the order they are asked; the first that stops
/// is said.
public enum Guard {
    /// What was paid since is not known.
    LEDGER_TOO_OLD {
        @Override
        boolean stops(Sending sending) {
            return sending.ledgerKnownOn()
                    .filter(known ->
                            !known.plusDays(sending.settings().ledgerAge()).isBefore(sending.day()))
                    .isEmpty();
        }
    },
    /// A call, a formal notice, an internal request.
    BY_HAND {
        @Override
        boolean stops(Sending sending) {
            return !sending.sendable();
        }
    },
    /// The same action for the same item, earlier in its history.
    ALREADY_DONE {
        @Override
        boolean stops(Sending sending) {
            return sending.doneBefore();
        }
    },
    /// A person took it out of a recap or stopped its message.
    TAKEN_OUT {
        @Override
        boolean stops(Sending sending) {
            return sending.takenOut();
        }
    },
    NO_RECIPIENT {
        @Override
        boolean stops(Sending sending) {
            return !sending.reachable();
        }
    },
    /// The person asked not to be written to.
    CONTACT_OPTED_OUT {
        @Override
        boolean stops(Sending sending) {
            return sending.isMarked(Reason.OPTED_OUT);
        }
    },
    /// What was sent to this address or number came back.
    CONTACT_BOUNCED {
        @Override
        boolean stops(Sending sending) {
            return sending.isMarked(Reason.BOUNCED);
        }
    },
    /// The number is somebody else's.
    CONTACT_WRONG {
        @Override
        boolean stops(Sending sending) {
            return sending.isMarked(Reason.WRONG_NUMBER);
        }
    },
    /// Payments and credit notes not allocated cover what is overdue.
    CUSTOMER_IN_CREDIT {
        @Override
        boolean stops(Sending sending) {
            return sending.overdue().signum() > 0 && sending.credits().compareTo(sending.overdue()) >= 0;
        }
    },
    BELOW_FLOOR {
        @Override
        boolean stops(Sending sending) {
            return sending.amount().compareTo(sending.settings().floor()) < 0;
        }
    },
    /// A9. After what somebody can mend, which is so on working days too.
    NOT_A_WORKING_DAY {
        @Override
        boolean stops(Sending sending) {
            return !sending.workingDay();
        }
    },
    /// An item is held, under direct debit, a bill or retention money (A7).
    NOT_CHASED {
        @Override
        boolean stops(Sending sending) {
            return false; // known when the text is made
        }
    },
    /// Collective proceedings are open (A7).
    INSOLVENT {
        @Override
        boolean stops(Sending sending) {
            return false; // known when the text is made
        }
    },
    NO_TEMPLATE {
        @Override
        boolean stops(Sending sending) {
            return false; // known when the text is made
        }
    },
    /// Of a customer who is not identified, or about nothing that is open.
    NOTHING_TO_SAY {
        @Override
        boolean stops(Sending sending) {
            return false; // known when the text is made
        }
    },
    /// An item was paid after the message was written.
    PAID_SINCE {
        @Override
        boolean stops(Sending sending) {
            return false; // of what was written before
        }
    },
    /// An item was decided on, put off or undone after the message was written.
    DECIDED_SINCE {
        @Override
        boolean stops(Sending sending) {
            return false; // of what was written before
        }
    },
    /// Something else remains of an item than the message says.
    AMOUNT_CHANGED {
        @Override
        boolean stops(Sending sending) {
            return false; // of what was written before
        }
    };

    abstract boolean stops(Sending sending);

    /// What was written is so no longer; an old ledger only means that nobody knows.
    boolean isUntrue() {
        return this != LEDGER_TOO_OLD;
    }

    static Optional<Guard> of(Sending sending) {
        return Arrays.stream(values()).filter(guard -> guard.stops(sending)).findFirst();
    }

    static Guard of(MessageRefusal.Reason reason) {
        return switch (reason) {
            case NO_EMAIL, NO_PHONE -> NO_RECIPIENT;
            case IN_CREDIT -> CUSTOMER_IN_CREDIT;
            case NOT_CHASED -> Guard.NOT_CHASED;
            case INSOLVENT -> Guard.INSOLVENT;
            case NO_TEMPLATE -> Guard.NO_TEMPLATE;
            case UNKNOWN_CUSTOMER, ITEM_NOT_OPEN, NOTHING_OPEN, UNIDENTIFIED -> NOTHING_TO_SAY;
        };
    }

    static Guard of(Refusal.Reason reason) {
        return switch (reason) {
            case NO_ADDRESS -> NO_RECIPIENT;
            case IN_CREDIT -> CUSTOMER_IN_CREDIT;
            case NOT_CHASED -> Guard.NOT_CHASED;
            case INSOLVENT -> Guard.INSOLVENT;
            case NO_TEMPLATE -> Guard.NO_TEMPLATE;
            case ALREADY_MADE -> ALREADY_DONE;
            case UNKNOWN_CUSTOMER, ITEM_NOT_OPEN, NOTHING_OPEN, UNIDENTIFIED -> NOTHING_TO_SAY;
        };
    }

    /// Its sentence in a message file.
    public String messageKey() {
        return "worklist.guard." + name();
    }
}
