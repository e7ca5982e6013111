/// The demonstration: two invented companies with two years of books up to today, loaded through the same doors as
/// anybody's: files, strategies, actions. Everything follows from a fixed seed and the business date, so the same day
/// always gives the same files. No person or firm in it exists.
@ApplicationModule(displayName = "Demonstration")
@NullMarked
package io.encours.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
