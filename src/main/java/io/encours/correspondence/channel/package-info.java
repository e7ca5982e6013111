/// The ways in and out (e-mail, short messages, mailboxes): which are open, and how each one does.
@NamedInterface("channel")
@NullMarked
package io.encours.correspondence.channel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
