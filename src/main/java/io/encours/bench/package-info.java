/// How fast Encours is, measured beside the fastest the same database does on the same machine in the same minute
/// (decision 0006). Depends on everything, and nothing depends on it. It is no test and gates nothing.
@ApplicationModule(displayName = "Benchmarks")
@NullMarked
package io.encours.bench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
