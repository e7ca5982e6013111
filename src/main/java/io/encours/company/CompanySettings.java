package io.encours.company;

import io.encours.company.Companies.Settings;
import io.encours.platform.BusinessCalendar;
import io.encours.platform.Checks;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Settings of a company as they may be kept.
final class CompanySettings {

    private static final Pattern PREFIX = Pattern.compile("\\d{2,12}");
    private static final String ALSACE_MOSELLE = BusinessCalendar.ALSACE_MOSELLE.code();
    private static final Set<String> CALENDARS = Arrays.stream(BusinessCalendar.values())
            .map(BusinessCalendar::code)
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> LANGUAGES = Set.of("fr", "en");

    private CompanySettings() {}

    static Settings checked(Settings given, Checks checks) {
        var zone = checks.optional("timeZone", given.timeZone(), 60);
        checks.that(
                zone == null || ZoneId.getAvailableZoneIds().contains(zone), "timeZone", "company.problem.timeZone");
        var language = checks.optional("language", given.language(), 10);
        checks.that(
                language == null || LANGUAGES.contains(language),
                "language",
                "company.problem.language",
                String.join(", ", LANGUAGES.stream().sorted().toList()));
        var receivable = prefixes("receivablePrefixes", given.receivablePrefixes(), checks);
        checks.that(receivable == null || !receivable.isEmpty(), "receivablePrefixes", "platform.problem.required");
        var excluded = prefixes("excludedPrefixes", given.excludedPrefixes(), checks);
        var calendar = checks.optional("calendar", given.calendar(), 10);
        checks.that(
                calendar == null || CALENDARS.contains(calendar),
                "calendar",
                "company.problem.calendar",
                ALSACE_MOSELLE);
        return new Settings(zone, receivable, excluded, language, calendar);
    }

    private static @Nullable List<String> prefixes(String field, @Nullable List<String> given, Checks checks) {
        if (given == null) {
            return null;
        }
        var prefixes = given.stream()
                .map(String::strip)
                .filter(prefix -> !prefix.isEmpty())
                .distinct()
                .toList();
        for (var prefix : prefixes) {
            checks.that(PREFIX.matcher(prefix).matches(), field, "company.problem.prefix", prefix);
        }
        return prefixes;
    }
}
