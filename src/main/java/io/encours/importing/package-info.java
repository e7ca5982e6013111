/// Files in: runs, their progress, their report and their rejects. Reads a format line by line, hands the staged rows
/// to `customer` and `receivable` in one transaction, and accounts for every line of the file: kept, rejected or set
/// aside, none dropped.
@ApplicationModule(
        displayName = "Imports",
        allowedDependencies = {"platform", "identity", "company", "customer", "receivable"})
@NullMarked
package io.encours.importing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
