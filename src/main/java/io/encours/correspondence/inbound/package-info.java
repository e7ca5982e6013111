/// What comes in from outside: answers by e-mail and SMS, automatic answers, e-mails that came back. Each is found the
/// customer it is about and put on its timeline, or waits for a person to say. Nothing is lost: a mailbox learns that a
/// mail was read only when we have committed it.
@NamedInterface("inbound")
@NullMarked
package io.encours.correspondence.inbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
