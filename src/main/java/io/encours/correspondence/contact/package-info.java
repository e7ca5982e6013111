/// Telephone numbers and addresses nobody should use any more: people who asked for silence, mailboxes that do not
/// exist, numbers of somebody else. A mark is of a company and an address, whoever of its customers has it.
@NamedInterface("contact")
@NullMarked
package io.encours.correspondence.contact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
