/// Sending what waits in a table to a peer outside, at most once: take one row, committed as being sent; hand
/// it over outside of any transaction; commit what the peer said. Whatever carries (SMTP, SMPP, HTTP) and
/// whatever is carried share this.
@NullMarked
package io.encours.platform.sending;

import org.jspecify.annotations.NullMarked;
