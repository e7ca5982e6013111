/// Actions that go out by themselves, at once or after the confirmation of the day's recap (A8, decision 0020). Each
/// that does not is stopped by a named `Guard`, which is shown on its item. A step is done when its message may go out:
/// that of an automatic action with the run, that of one to be confirmed with its confirmation.
@NullMarked
package io.encours.worklist.automatic;

import org.jspecify.annotations.NullMarked;
