/// Customers (third-party accounts): who they are, who collects from them, on which terms. A code is unique in its
/// company.
@ApplicationModule(
        displayName = "Customers",
        allowedDependencies = {"platform", "identity", "company"})
@NullMarked
package io.encours.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
