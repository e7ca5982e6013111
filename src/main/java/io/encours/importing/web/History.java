package io.encours.importing.web;

import io.encours.importing.ImportFilter;
import io.encours.importing.ImportFilter.State;
import io.encours.importing.ImportKind;
import io.encours.platform.BusinessDate;
import io.encours.platform.web.Address;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The filters of the list of imports, as the address holds them.
public record History(Address address, ImportFilter filter) {

    private static final List<String> NAMES = List.of("kind", "state", "q", "from", "to");

    static History of(Map<String, String> query, @Nullable String company) {
        var kept = new LinkedHashMap<String, String>();
        NAMES.stream()
                .filter(name -> !query.getOrDefault(name, "").isBlank())
                .forEach(name -> kept.put(name, query.getOrDefault(name, "")));
        var to = day(kept.get("to"));
        return new History(
                new Address("/imports", kept),
                new ImportFilter(
                        company,
                        ImportKind.of(kept.getOrDefault("kind", "")).orElse(null),
                        Arrays.stream(State.values())
                                .filter(state -> state.name().equals(kept.get("state")))
                                .findFirst()
                                .orElse(null),
                        kept.get("q"),
                        start(day(kept.get("from"))),
                        start(to == null ? null : to.plusDays(1))));
    }

    public boolean isFiltered() {
        return !address.parameters().isEmpty();
    }

    private static @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(BusinessDate.DEFAULT_ZONE).toInstant();
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
