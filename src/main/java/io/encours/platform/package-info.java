/// What every module stands on: ids, money, scope, business date and calendar, refusals, the page shell, jobs, the
/// start of the database. Knows nothing of receivables.
@ApplicationModule(type = ApplicationModule.Type.OPEN, displayName = "Platform")
@NullMarked
package io.encours.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
