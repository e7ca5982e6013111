/// Other programs that are told what happens (*webhooks*): an address, the events it wants, and what was sent to it.
/// What
/// is sent is written in the transaction of the fact and sent by a job outside of it, signed, again and again for a
/// day.
/// Nobody is told more than the owner of the webhook may see.
@ApplicationModule(
        displayName = "Webhooks",
        allowedDependencies = {"platform", "identity", "company", "customer", "receivable", "timeline", "importing"})
@NullMarked
package io.encours.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
