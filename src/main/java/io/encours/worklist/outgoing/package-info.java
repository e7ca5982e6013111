/// Carrying out what was validated: an action that writes to the customer makes what it sends in the transaction of the
/// decision. Each way of writing is a `Carrier`; a new one is a further component and nothing else. What cannot be made
/// is told with its reason, and its actions are then not decided.
@NullMarked
package io.encours.worklist.outgoing;

import org.jspecify.annotations.NullMarked;
