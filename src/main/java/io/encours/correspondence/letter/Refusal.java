package io.encours.correspondence.letter;

/// Why a customer gets no letter.
///
/// @param order what was wanted
/// @param code of the customer; empty when the caller may not know it
public record Refusal(LetterOrder order, String code, String name, Reason reason) {

    public enum Reason {
        /// Also one outside of the scope.
        UNKNOWN_CUSTOMER,
        /// Street or city is missing.
        NO_ADDRESS,
        /// An item is not the customer's, or is paid.
        ITEM_NOT_OPEN,
        /// There is nothing to write about.
        NOTHING_OPEN,
        /// One of the items is held, under direct debit, a bill or retention money.
        NOT_CHASED,
        /// Collective proceedings are open: the claim is declared instead.
        INSOLVENT,
        /// Payments and credit notes cover what is overdue.
        IN_CREDIT,
        /// Another of the same items, with the same words, was made today.
        ALREADY_MADE,
        /// There is none of this code, or for this purpose.
        NO_TEMPLATE,
        /// Lines on the bare control account belong to nobody who could be written to.
        UNIDENTIFIED;

        /// Its words in a message file.
        public String messageKey() {
            return "correspondence.letter.refusal." + name();
        }
    }
}
