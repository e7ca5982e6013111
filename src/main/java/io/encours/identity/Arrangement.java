package io.encours.identity;

import io.encours.platform.web.Address;
import io.encours.platform.web.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// How each person has arranged a list for themselves: its columns and its named views.
@Service
public class Arrangement {

    private final SavedViews views;
    private final ColumnChoices columns;

    Arrangement(SavedViews views, ColumnChoices columns) {
        this.views = views;
        this.columns = columns;
    }

    /// @param usual all columns of the table
    public Columns columns(SignedIn user, Columns usual) {
        return columns.of(user, usual);
    }

    /// @param page the list with the filters in force
    /// @param open id of the view the address names; null: none
    public ViewMenu views(SignedIn user, Address page, @Nullable String open) {
        var query = page.toString().substring(page.path().length()).replaceFirst("^\\?", "");
        return ViewMenu.of(views.of(user, page.path()), page.path(), query, open);
    }
}
