package io.encours.platform.web;

import io.encours.platform.search.Highlight;
import io.encours.platform.search.Search.Found;
import io.encours.platform.search.SearchHit;
import io.encours.platform.search.SearchTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What was found, for the list under the search box and for the page.
///
/// @param typed as it was
/// @param blank nothing was typed that can be looked for
/// @param size hits of all groups
public record SearchView(String typed, boolean blank, List<Group> groups, int size) {

    /// @param more there is more of the kind
    public record Group(String kind, String titleKey, String icon, List<Line> lines, boolean more) {}

    /// A hit with what matches marked.
    ///
    /// @param place of the line in the whole list, from 0
    /// @param kind what it is; null: it goes without saying
    /// @param amount as people write it; null: it has none
    /// @param colour of the amount, part of a style (S4); empty: settled
    public record Line(
            int place,
            String path,
            List<Highlight.Part> title,
            @Nullable String kind,
            List<Highlight.Part> beside,
            List<Highlight.Part> also,
            @Nullable LocalDate due,
            @Nullable String amount,
            boolean amountMarked,
            String colour,
            boolean settled) {}

    static SearchView of(SearchTerms terms, List<Found> found, Page page) {
        var groups = new ArrayList<Group>();
        var place = 0;
        for (var kind : found) {
            var byAmount = kind.source().kind().equals("AMOUNTS");
            var lines = new ArrayList<Line>();
            for (var hit : kind.hits()) {
                lines.add(line(place++, hit, terms, byAmount, page));
            }
            groups.add(new Group(
                    kind.source().kind(),
                    kind.source().titleKey(),
                    kind.source().icon(),
                    lines,
                    kind.more()));
        }
        return new SearchView(terms.typed(), terms.isEmpty(), List.copyOf(groups), place);
    }

    private static Line line(int place, SearchHit hit, SearchTerms terms, boolean byAmount, Page page) {
        var marks = byAmount ? SearchTerms.of("") : terms;
        var amount = hit.amount();
        return new Line(
                place,
                hit.path(),
                Highlight.of(hit.title().isBlank() ? page.t("platform.search.noDocument") : hit.title(), marks),
                hit.kindKey() == null ? null : page.t(hit.kindKey()),
                Highlight.of(hit.beside(), marks),
                Highlight.of(Objects.requireNonNullElse(hit.also(), ""), marks),
                hit.due(),
                amount == null
                        ? null
                        : page.money(amount.amount(), amount.currency().getCurrencyCode()),
                byAmount,
                colour(hit, page.today()),
                hit.settled());
    }

    private static String colour(SearchHit hit, LocalDate today) {
        if (hit.amount() == null || hit.settled()) {
            return "";
        }
        if (hit.amount().isNegative()) {
            return "RED";
        }
        return hit.due() == null || hit.due().isBefore(today) ? "BLACK" : "BLUE";
    }
}
