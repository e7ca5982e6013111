package io.encours.platform.backup;

import java.nio.file.Path;

/// A folder in the application's data folder whose files are data, and go with the database into a backup. Modules
/// list theirs in `META-INF/services/io.encours.platform.backup.DataFolder`.
public interface DataFolder {

    /// Its name in the data folder.
    String name();

    /// Files that only matter while something is under way are not.
    boolean isData(Path file);
}
