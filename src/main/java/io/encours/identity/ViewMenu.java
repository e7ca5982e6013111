package io.encours.identity;

import io.encours.identity.SavedViews.SavedView;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The views of a list beside its title.
///
/// @param list path of the list
/// @param query filters of the page as it is
/// @param open the view that was opened; null: none
public record ViewMenu(
        String list,
        String query,
        List<SavedView> views,
        @Nullable SavedView open) {

    /// @param query as the address has it; null: none
    public static ViewMenu of(List<SavedView> views, String list, @Nullable String query, @Nullable String view) {
        var filters = SavedViews.filters(query == null ? "" : query);
        Optional<SavedView> open = views.stream()
                .filter(each -> String.valueOf(each.id()).equals(view))
                .findFirst()
                .or(() -> views.stream()
                        .filter(each -> !filters.isEmpty() && each.query().equals(filters))
                        .findFirst());
        return new ViewMenu(list, filters, views, open.orElse(null));
    }

    /// The open view was changed on the page and not kept yet.
    public boolean changed() {
        return open != null && !open.query().equals(query);
    }
}
