package io.encours.platform.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What every template needs: texts and formats in the user's language, and the frame around the page. A parameter of
/// this type in a controller is filled in; templates take it as `page`.
///
/// @param userName empty on pages without sign-in
/// @param companies the user may switch to
/// @param company the one the page is about; null: the user has none
/// @param path of the request
/// @param csrf token of the session, a hidden field of every form
/// @param dataDates up to when the company's data is known
public record Page(
        Texts texts,
        Formats formats,
        String userName,
        List<Place> navigation,
        List<Choice> companies,
        @Nullable Choice company,
        String path,
        Csrf csrf,
        List<Freshness> dataDates,
        LocalDate today) {

    /// An entry of the navigation.
    ///
    /// @param shortcut key that goes there after `g`; null: none
    /// @param inside its sub-navigation, what the user may open of it
    public record Place(
            String textKey,
            String path,
            String icon,
            @Nullable String shortcut,
            boolean current,
            List<Place> inside) {}

    /// Up to which day some data is known, see `DataDate`.
    public record Freshness(String textKey, LocalDate on, boolean old) {}

    /// A company to switch to.
    public record Choice(String code, String name, String currency) {}

    /// The token against forged requests.
    public record Csrf(String parameter, String header, String token) {}

    /// For pages before sign-in and for errors.
    public static Page bare(Texts texts, Locale locale, String path, Csrf csrf, LocalDate today) {
        return new Page(texts, new Formats(locale), "", List.of(), List.of(), null, path, csrf, List.of(), today);
    }

    /// Of the company in view; empty without one.
    public String currency() {
        return company == null ? "" : company.currency();
    }

    public String t(String key, Object... arguments) {
        return texts.text(formats.locale(), key, arguments);
    }

    /// For words that come from data, see `Texts`.
    public String tOr(String key, String otherwise) {
        return texts.textOr(formats.locale(), key, otherwise);
    }

    /// The sub-navigation of the place one is in.
    public List<Place> inside() {
        return navigation.stream()
                .filter(Place::current)
                .findFirst()
                .map(Place::inside)
                .orElse(List.of());
    }

    public String language() {
        return formats.locale().getLanguage();
    }

    public String money(BigDecimal amount, String currency) {
        return currency.isEmpty() ? formats.amount(amount) : formats.money(amount, currency);
    }

    public String amount(BigDecimal amount) {
        return formats.amount(amount);
    }

    public String number(long number) {
        return formats.number(number);
    }

    /// In percent with one decimal.
    public String rate(BigDecimal percent) {
        return formats.rate(percent);
    }

    /// With one decimal, as days are.
    public String decimal(BigDecimal number) {
        return formats.decimal(number);
    }

    /// As `11/2026`.
    public String month(YearMonth month) {
        return formats.month(month);
    }

    /// Short, as `nov.`
    public String monthName(YearMonth month) {
        return formats.monthName(month);
    }

    public String percent(BigDecimal percent) {
        return formats.percent(percent);
    }

    public String date(@Nullable LocalDate date) {
        return formats.date(date);
    }

    public String day(LocalDate date) {
        return formats.day(date);
    }

    /// Without the year when it is this one.
    public String shortDate(LocalDate date) {
        return date.getYear() == today.getYear() ? formats.day(date) : formats.date(date);
    }

    /// First letters of the user's first and last name, for the round mark in the top bar.
    public String initials() {
        var name = userName.strip();
        var lastWord = name.substring(name.lastIndexOf(' ') + 1);
        var letters = name.length() > lastWord.length() ? name.charAt(0) + lastWord.substring(0, 1) : lastWord;
        return letters.substring(0, Math.min(2, letters.length())).toUpperCase(formats.locale());
    }

    /// The navigation leads there, so the user may.
    public boolean opens(String place) {
        return navigation.stream().anyMatch(entry -> entry.path().equals(place));
    }
}
