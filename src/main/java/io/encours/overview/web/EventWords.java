package io.encours.overview.web;

import io.encours.platform.BusinessDate;
import io.encours.platform.web.Page;
import io.encours.strategy.ActionType;
import io.encours.timeline.Event;
import io.encours.timeline.Event.EventItem;
import io.encours.timeline.NewEvent;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An event in words, for templates.
public record EventWords() {

    private static final String LABEL = "label";
    private static final String LETTER = "letterId";
    private static final String MESSAGE = "messageId";
    private static final String REASON = "reason";

    private static final Set<String> UNTOLD = Set.of(LABEL, LETTER, MESSAGE, NewEvent.ON_BEHALF_OF);

    /// Id of the letter it is about; null: of none.
    public static @Nullable String letter(Event event) {
        return event.details().get(LETTER);
    }

    /// Id of the e-mail or SMS it is about; null: of none.
    public static @Nullable String message(Event event) {
        return event.details().get(MESSAGE);
    }

    /// "Action validée : Appel n° 1"
    public static String title(Event event, Page page) {
        var type = page.t(event.type().messageKey());
        var label = event.details().get(LABEL);
        return label == null || label.isEmpty() ? type : page.t("overview.events.title", type, label);
    }

    public static String icon(Event event) {
        return event.channel() == null
                ? "sms"
                : ActionType.valueOf(event.channel()).icon();
    }

    public static String items(Event event) {
        return event.items().stream().map(EventItem::document).collect(Collectors.joining(", "));
    }

    public static String recorded(Event event, Page page) {
        return page.formats().time(event.recordedAt().toInstant(), BusinessDate.DEFAULT_ZONE);
    }

    /// Facts of the event that its title does not say, dates as people write them.
    public static Map<String, String> details(Event event, Page page) {
        var words = new LinkedHashMap<String, String>();
        event.details().forEach((name, value) -> {
            if (!UNTOLD.contains(name) && !value.isEmpty()) {
                words.put(page.t("timeline.detail." + name), told(name, value, page));
            }
        });
        return words;
    }

    /// A reason is in the words of somebody else, or a key of ours.
    private static String told(String name, String value, Page page) {
        if (name.equals(REASON)) {
            return page.tOr(value, value);
        }
        return value.matches("\\d{4}-\\d\\d-\\d\\d") ? page.date(LocalDate.parse(value)) : value;
    }
}
