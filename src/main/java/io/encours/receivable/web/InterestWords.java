package io.encours.receivable.web;

import io.encours.platform.web.Option;
import io.encours.platform.web.Page;
import io.encours.receivable.interest.AppliedRate;
import io.encours.receivable.interest.RateKind;
import io.encours.receivable.interest.Semester;
import java.util.Arrays;
import java.util.List;

/// Interest in words, for templates.
public record InterestWords() {

    private static final String KEY = "receivable.interest.";

    public static String semester(Semester semester, Page page) {
        return page.t(KEY + "semester." + semester.half(), String.valueOf(semester.year()));
    }

    public static String kind(RateKind kind, Page page) {
        return page.t(KEY + "kind." + kind.name());
    }

    /// Why a rate is what it is.
    public static String basis(AppliedRate rate, Page page) {
        return page.t(KEY + "basis." + rate.basis().name());
    }

    /// The choices of an enum, their names in the messages below `key`.
    public static <E extends Enum<E>> List<Option> options(Class<E> type, String key, Page page) {
        return Arrays.stream(type.getEnumConstants())
                .map(value -> new Option(value.name(), page.t(KEY + key + "." + value.name())))
                .toList();
    }

    /// The rates that computing needs and nobody has entered for the half-year of today, in words; empty: none.
    public static String missing(List<RateKind> kinds, Page page) {
        return String.join(", ", kinds.stream().map(kind -> kind(kind, page)).toList());
    }
}
