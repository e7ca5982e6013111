package io.encours.identity;

import static encours.db.identity.Tables.SAVED_VIEW;

import io.encours.platform.Checks;
import io.encours.platform.Problem;
import io.encours.platform.web.Address;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The filters of a list that a person has given a name. Each has their own; nobody sees another's.
@Service
public class SavedViews {

    /// @param list path of the list
    /// @param query its filters as the address holds them, without `?`
    public record SavedView(long id, String list, String name, String query) {

        /// Opens it, saying which view it is.
        public Address address() {
            return new Address(list, parameters(query)).with(VIEW, id);
        }
    }

    /// The parameter that says which view is open.
    public static final String VIEW = "view";

    /// No filters: which view, where in the list, which line is open, which company is in view.
    private static final Set<String> PASSING = Set.of(VIEW, "cursor", "line", "item", "company");

    private static final Pattern LIST = Pattern.compile("/[a-z][a-z/-]{0,60}");
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_QUERY = 2000;
    private static final int MOST = 50;

    private final DSLContext db;
    private final Clock clock;

    SavedViews(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// By name.
    public List<SavedView> of(SignedIn user, String list) {
        return select(SAVED_VIEW.USER_ID.eq(user.id()).and(SAVED_VIEW.LIST.eq(list)));
    }

    /// Only what filters, in a form in which equal filters are equal.
    public static String filters(String query) {
        var parameters = parameters(query);
        parameters.keySet().removeAll(PASSING);
        parameters.values().removeIf(String::isBlank);
        var address = new Address("", parameters).toString();
        return address.isEmpty() ? "" : address.substring(1);
    }

    /// Keeps the filters under the name; a view that has it is replaced.
    ///
    /// @throws Problem refused: no name, a name too long, no such list, too many
    @Transactional
    public SavedView save(SignedIn user, String list, String name, String query) {
        var kept = checked(name);
        if (!LIST.matcher(list).matches() || query.length() > LONGEST_QUERY) {
            throw Problem.refused("identity.views.problem.list");
        }
        var mine = of(user, list);
        for (var view : mine) {
            if (view.name().toLowerCase(Locale.ROOT).equals(kept.toLowerCase(Locale.ROOT))) {
                return replace(user, view.id(), query);
            }
        }
        if (mine.size() >= MOST) {
            throw Problem.refused("identity.views.problem.tooMany", String.valueOf(MOST));
        }
        var id = db.insertInto(SAVED_VIEW)
                .set(SAVED_VIEW.USER_ID, user.id())
                .set(SAVED_VIEW.LIST, list)
                .set(SAVED_VIEW.NAME, kept)
                .set(SAVED_VIEW.QUERY, filters(query))
                .set(SAVED_VIEW.CREATED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .returning(SAVED_VIEW.ID)
                .fetchSingle(SAVED_VIEW.ID);
        return get(user, id);
    }

    /// @throws Problem not found when it is another's; conflict when the name is taken
    @Transactional
    public SavedView rename(SignedIn user, long id, String name) {
        var view = get(user, id);
        var kept = checked(name);
        var taken = of(user, view.list()).stream()
                .anyMatch(other -> other.id() != id
                        && other.name().toLowerCase(Locale.ROOT).equals(kept.toLowerCase(Locale.ROOT)));
        if (taken) {
            throw Problem.conflict("identity.views.problem.taken", kept);
        }
        db.update(SAVED_VIEW)
                .set(SAVED_VIEW.NAME, kept)
                .where(SAVED_VIEW.ID.eq(id))
                .execute();
        return get(user, id);
    }

    /// @throws Problem not found when it is another's
    @Transactional
    public SavedView replace(SignedIn user, long id, String query) {
        get(user, id);
        db.update(SAVED_VIEW)
                .set(SAVED_VIEW.QUERY, filters(query))
                .where(SAVED_VIEW.ID.eq(id))
                .execute();
        return get(user, id);
    }

    /// @throws Problem not found when it is another's
    @Transactional
    public SavedView remove(SignedIn user, long id) {
        var view = get(user, id);
        db.deleteFrom(SAVED_VIEW).where(SAVED_VIEW.ID.eq(id)).execute();
        return view;
    }

    private SavedView get(SignedIn user, long id) {
        return select(SAVED_VIEW.USER_ID.eq(user.id()).and(SAVED_VIEW.ID.eq(id))).stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("platform.problem.notFound"));
    }

    private List<SavedView> select(Condition condition) {
        return db.selectFrom(SAVED_VIEW)
                .where(condition)
                .orderBy(DSL.lower(SAVED_VIEW.NAME), SAVED_VIEW.ID)
                .fetch(SavedViews::view);
    }

    private static SavedView view(Record row) {
        return new SavedView(
                row.get(SAVED_VIEW.ID), row.get(SAVED_VIEW.LIST), row.get(SAVED_VIEW.NAME), row.get(SAVED_VIEW.QUERY));
    }

    private static String checked(String name) {
        var checks = new Checks();
        var kept = checks.required("name", name, LONGEST_NAME);
        checks.orRefuse();
        return kept;
    }

    private static Map<String, String> parameters(String query) {
        var parameters = new LinkedHashMap<String, String>();
        for (var pair : query.split("&", -1)) {
            var parts = pair.split("=", 2);
            if (!parts[0].isEmpty()) {
                parameters.put(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1]));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Problem.refused("identity.views.problem.list");
        }
    }
}
