/// Mail out: the server of `ENCOURS_SMTP_URL`, messages as it wants them, and the outbox of what Encours itself
/// has to say to the people who use it.
@NullMarked
package io.encours.platform.mail;

import org.jspecify.annotations.NullMarked;
