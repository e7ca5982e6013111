package io.encours.importing;

import io.encours.platform.backup.DataFolder;
import java.nio.file.Path;

/// Files that wait for somebody to say go are data; those under way are not, their runs are refused after a restart.
public final class DraftFolder implements DataFolder {

    static final String NAME = "imports";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isData(Path file) {
        return file.getFileName().toString().startsWith(ImportFiles.DRAFT);
    }
}
