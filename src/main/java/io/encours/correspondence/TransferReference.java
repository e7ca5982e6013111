package io.encours.correspondence;

import io.encours.customer.Customer;
import io.encours.platform.CreditorReference;

/// What a customer names in a transfer, so that the receipt finds its account whatever it pays (ISO 11649): our
/// code for the customer with check digits, else, where the code has nothing to make one of, our number of it.
public final class TransferReference {

    private TransferReference() {}

    public static CreditorReference of(Customer customer) {
        return CreditorReference.of(customer.code())
                .or(() -> CreditorReference.of("C" + customer.id()))
                .orElseThrow();
    }
}
