/// Messages to customers by e-mail and SMS. A message is a row written in the transaction of the decision and
/// sent later by a worker, at most once: what may or may not have gone out is UNCERTAIN and shown, never
/// silently sent again (decision 0019). For one occurrence of an action there is at most one live message.
@NamedInterface("outbox")
@NullMarked
package io.encours.correspondence.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
