/// Every exchange with a customer and every act on an item, as events: type, date, author, channel, items, text,
/// outcome
/// (C4). Append-only: an event is never changed nor removed; what is undone is a further event.
@ApplicationModule(
        displayName = "Timeline",
        allowedDependencies = {"platform", "identity", "company", "customer", "receivable"})
@NullMarked
package io.encours.timeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
