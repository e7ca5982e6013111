/// Who uses Encours: users, their roles, sign-in by password, API tokens. Open to every module.
@ApplicationModule(type = ApplicationModule.Type.OPEN, displayName = "Identity")
@NullMarked
package io.encours.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
