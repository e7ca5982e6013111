package io.encours.correspondence.outbox;

import io.encours.customer.Customer;

/// Why a customer gets no message.
///
/// @param code of the customer; empty when the caller may not know it
public record MessageRefusal(long customerId, String code, String name, Reason reason) {

    static MessageRefusal of(Customer customer, Reason reason) {
        return new MessageRefusal(customer.id(), customer.code(), customer.name(), reason);
    }

    public enum Reason {
        /// Also one outside of the scope.
        UNKNOWN_CUSTOMER,
        /// No e-mail address, or none that can be written to.
        NO_EMAIL,
        /// No telephone number that takes SMS.
        NO_PHONE,
        /// An item is not the customer's, or is paid.
        ITEM_NOT_OPEN,
        /// There is nothing to write about.
        NOTHING_OPEN,
        /// An item is held, under direct debit, a bill or retention money.
        NOT_CHASED,
        /// Collective proceedings are open.
        INSOLVENT,
        /// Payments and credit notes cover what is overdue.
        IN_CREDIT,
        /// There is no template of this code, or for this purpose.
        NO_TEMPLATE,
        /// Lines on the bare control account belong to nobody who could be written to.
        UNIDENTIFIED;

        /// Its words in a message file.
        public String messageKey() {
            return "correspondence.message.refusal." + name();
        }
    }
}
