package io.encours.overview;

import static encours.db.overview.Tables.HOME_WIDGET;

import io.encours.identity.SignedIn;
import io.encours.overview.HomeWidget.HomeView;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How each person has arranged their home page (E5).
@Service
public class HomeLayouts {

    /// @param width of twelve columns
    public record Tile(HomeWidget widget, int width) {

        /// `TURNOVER:8`
        static Optional<Tile> parse(String text) {
            var colon = text.indexOf(':');
            return Arrays.stream(HomeWidget.values())
                    .filter(widget -> colon > 0 && widget.name().equals(text.substring(0, colon)))
                    .findFirst()
                    .flatMap(widget -> width(text.substring(colon + 1)).map(width -> new Tile(widget, width)));
        }

        private static Optional<Integer> width(String text) {
            return text.matches("\\d{1,2}")
                    ? Optional.of(Integer.valueOf(text))
                            .filter(width -> width >= HomeWidget.NARROWEST && width <= HomeWidget.WIDEST)
                    : Optional.empty();
        }
    }

    private final DSLContext db;

    HomeLayouts(DSLContext db) {
        this.db = db;
    }

    /// In the order of the page; the usual ones when nothing was chosen.
    public List<Tile> of(SignedIn user, Scope scope) {
        var chosen = db
                .select(HOME_WIDGET.WIDGET, HOME_WIDGET.WIDTH)
                .from(HOME_WIDGET)
                .where(HOME_WIDGET.USER_ID.eq(user.id()))
                .orderBy(HOME_WIDGET.PLACE)
                .fetch(row -> Tile.parse(row.value1() + ":" + row.value2()))
                .stream()
                .flatMap(Optional::stream)
                .toList();
        if (!chosen.isEmpty()) {
            return chosen;
        }
        var view = scope.portfolio() == Scope.Portfolio.EVERYONE ? HomeView.EVERYBODY : HomeView.COLLECTOR;
        return HomeWidget.usual(view).stream()
                .map(widget -> new Tile(widget, widget.width()))
                .toList();
    }

    /// @param tiles as `TURNOVER:8`, in the order of the page
    /// @throws Problem refused when one is not known, is there twice or has no such width
    @Transactional
    public void keep(SignedIn user, List<String> tiles) {
        var kept = new ArrayList<Tile>();
        var met = EnumSet.noneOf(HomeWidget.class);
        for (var text : tiles) {
            var tile = Tile.parse(text)
                    .filter(each -> met.add(each.widget()))
                    .orElseThrow(() -> Problem.refused("overview.problem.widget"));
            kept.add(tile);
        }
        forget(user);
        for (var place = 0; place < kept.size(); place++) {
            db.insertInto(HOME_WIDGET)
                    .set(HOME_WIDGET.USER_ID, user.id())
                    .set(HOME_WIDGET.PLACE, place)
                    .set(HOME_WIDGET.WIDGET, kept.get(place).widget().name())
                    .set(HOME_WIDGET.WIDTH, kept.get(place).width())
                    .execute();
        }
    }

    /// Back to the usual page.
    @Transactional
    public void forget(SignedIn user) {
        // Two windows of one person: the second waits for the first.
        db.execute("select from identity.app_user where id = ? for update", user.id());
        db.deleteFrom(HOME_WIDGET).where(HOME_WIDGET.USER_ID.eq(user.id())).execute();
    }
}
