package io.encours.bench;

import io.encours.strategy.ActionType;
import io.encours.worklist.Filter;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The filter a query string of the supervisor's page means, as far as the benchmark uses it.
final class Query {

    private static final int USUAL_DAYS = 7;

    private Query() {}

    static Filter filter(String query, LocalDate today) {
        Map<String, String> given = Arrays.stream(query.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        var usualSpan =
                !given.containsKey("span") && !given.containsKey("actionFrom") && !given.containsKey("actionTo");
        return new Filter(
                new Filter.Customers(null, given.get("agent"), given.get("customer")),
                new Filter.Items(
                        null,
                        given.containsKey("amountFrom") ? new BigDecimal(given.get("amountFrom")) : null,
                        null,
                        null,
                        given.containsKey("dueTo") ? LocalDate.parse(given.get("dueTo")) : null),
                new Filter.Actions(
                        given.containsKey("actionFrom") ? LocalDate.parse(given.get("actionFrom")) : null,
                        usualSpan
                                ? today.plusDays(USUAL_DAYS)
                                : given.containsKey("actionTo") ? LocalDate.parse(given.get("actionTo")) : null,
                        given.containsKey("type") ? Set.of(ActionType.valueOf(given.get("type"))) : Set.of(),
                        Set.of()),
                Filter.Behaviour.ANY,
                null);
    }
}
