package io.encours.company.web;

import io.encours.company.Companies;
import io.encours.company.Company;
import io.encours.platform.BusinessCalendar;
import io.encours.platform.BusinessDate;
import io.encours.platform.web.Form;
import io.encours.platform.web.Option;
import io.encours.platform.web.Page;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The form of a company: what stands in it, what can be chosen, and what it says.
public record CompanyForm() {

    /// @param zones of the world, those of the company's part first in no particular way
    public record Choices(
            List<Option> currencies,
            List<Option> countries,
            List<Option> parents,
            List<Option> zones,
            List<Option> languages,
            List<Option> calendars) {}

    private static final List<String> FIRST_CURRENCIES = List.of("EUR", "USD", "GBP", "CHF");

    static final Form BLANK = Form.of(Map.of(
            "currency", "EUR",
            "country", "FR",
            "timeZone", BusinessDate.DEFAULT_ZONE.getId(),
            "language", "fr",
            "paymentTerms", "30"));

    static Form of(Company company) {
        var values = new HashMap<String, String>();
        values.put("code", company.code());
        values.put("name", company.name());
        values.put("siren", Objects.requireNonNullElse(company.siren(), ""));
        values.put("currency", company.currency());
        values.put("country", company.country());
        values.put("parent", Objects.requireNonNullElse(company.parent(), ""));
        values.put("timeZone", company.zone().getId());
        values.put("language", company.language());
        values.put("calendar", company.calendar());
        values.put("paymentTerms", company.paymentTerms());
        values.put("receivablePrefixes", String.join(" ", company.receivablePrefixes()));
        values.put("excludedPrefixes", String.join(" ", company.excludedPrefixes()));
        return Form.of(values);
    }

    static Companies.Details details(String code, Map<String, String> values) {
        return new Companies.Details(
                code,
                values.getOrDefault("name", ""),
                values.get("siren"),
                values.get("currency"),
                values.get("country"),
                values.get("parent"),
                values.get("paymentTerms"),
                new Companies.Settings(
                        values.get("timeZone"),
                        words(values.get("receivablePrefixes")),
                        words(values.get("excludedPrefixes")),
                        values.get("language"),
                        values.get("calendar")));
    }

    static Choices choices(@Nullable Company company, List<Company> companies, Page page) {
        var locale = page.formats().locale();
        var currencies = Stream.concat(
                        FIRST_CURRENCIES.stream(),
                        Currency.getAvailableCurrencies().stream()
                                .map(Currency::getCurrencyCode)
                                .sorted())
                .distinct()
                .map(code -> new Option(
                        code, code + " \u00b7 " + Currency.getInstance(code).getDisplayName(locale)))
                .toList();
        var countries = Arrays.stream(Locale.getISOCountries())
                .map(code -> new Option(code, Locale.of("", code).getDisplayCountry(locale)))
                .sorted(Comparator.comparing(Option::label, java.text.Collator.getInstance(locale)))
                .toList();
        var parents = Stream.concat(
                        Stream.of(new Option("", page.t("company.companies.noParent"))),
                        companies.stream()
                                .filter(other -> company == null || other.id() != company.id())
                                .map(other -> new Option(other.code(), other.name())))
                .toList();
        var zones = ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
                .sorted()
                .map(zone -> new Option(zone, zone.replace('_', ' ')))
                .toList();
        return new Choices(
                currencies, countries, parents, zones, UserChoices.languages(page), calendars(company, page));
    }

    /// Nothing to choose but where a part of the country keeps days of its own.
    private static List<Option> calendars(@Nullable Company company, Page page) {
        return company == null || !company.country().equals(BusinessCalendar.FRANCE.code())
                ? List.of()
                : Stream.of(BusinessCalendar.FRANCE, BusinessCalendar.ALSACE_MOSELLE)
                        .map(calendar ->
                                new Option(calendar.code(), page.t("company.companies.calendar." + calendar.name())))
                        .toList();
    }

    private static @Nullable List<String> words(@Nullable String text) {
        return text == null ? null : Arrays.stream(text.split("[\\s,;]+", -1)).toList();
    }
}
