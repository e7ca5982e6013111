/// The companies whose receivables are collected, and who works for which. Makes the `Scope` of a request.
@ApplicationModule(
        displayName = "Companies",
        allowedDependencies = {"platform", "identity"})
@NullMarked
package io.encours.company;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
