/// Short messages: out by SMPP 3.4 or by a provider's HTTP address, receipts of delivery, and what customers answer. A
/// message is given to a provider once: what the provider did not clearly refuse is never given to it again by itself.
@NamedInterface("sms")
@NullMarked
package io.encours.correspondence.sms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
