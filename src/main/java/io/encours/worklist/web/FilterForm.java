package io.encours.worklist.web;

import io.encours.identity.CollectionsRole;
import io.encours.identity.SignedIn;
import io.encours.platform.PlainNumber;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.platform.web.Address;
import io.encours.strategy.ActionType;
import io.encours.strategy.Stage;
import io.encours.worklist.Filter;
import io.encours.worklist.Filter.Order;
import io.encours.worklist.Presentation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Filters as the address holds them. What cannot be read (an old link, a value that is gone) is left out and
/// told, so that a link always opens. Without a word on the time span: what is late and the next seven days.
record FilterForm(Address address, Presentation presentation, Filter filter, boolean usualSpan, List<String> ignored) {

    private static final int USUAL_DAYS = 7;

    static final String SPAN = "span";
    static final String ORDER = "order";
    static final List<String> NAMES = List.of(
            "presentation",
            "agent",
            "customer",
            "controlAccount",
            "amountFrom",
            "amountTo",
            "dueFrom",
            "dueTo",
            "actionFrom",
            "actionTo",
            SPAN,
            "type",
            "stage",
            "dmpFrom",
            "dmpTo",
            "dsoFrom",
            "dsoTo",
            "riskClass",
            ORDER);

    static FilterForm of(Map<String, String> parameters, SignedIn user, Scope scope, LocalDate today) {
        var given = new LinkedHashMap<String, String>();
        for (var name : NAMES) {
            var value = parameters.getOrDefault(name, "").strip();
            if (!value.isEmpty()) {
                given.put(name, value);
            }
        }
        var ignored = new ArrayList<String>();
        for (var name : List.copyOf(given.keySet())) {
            if (!isReadable(name, given)) {
                ignored.add(given.remove(name));
            }
        }
        if (user.collectionsRole() == CollectionsRole.AGENT && scope.covered().isEmpty()) {
            given.remove("agent");
        }
        var usual = !given.containsKey("actionFrom") && !given.containsKey("actionTo") && !given.containsKey(SPAN);
        var filter = new Filter(
                new Filter.Customers(null, given.get("agent"), given.get("customer")),
                new Filter.Items(
                        given.get("controlAccount"),
                        amount(given, "amountFrom"),
                        amount(given, "amountTo"),
                        date(given, "dueFrom"),
                        date(given, "dueTo")),
                new Filter.Actions(
                        date(given, "actionFrom"),
                        usual ? today.plusDays(USUAL_DAYS) : date(given, "actionTo"),
                        set(given, "type", ActionType.values()),
                        set(given, "stage", Stage.values())),
                new Filter.Behaviour(
                        amount(given, "dmpFrom"),
                        amount(given, "dmpTo"),
                        amount(given, "dsoFrom"),
                        amount(given, "dsoTo"),
                        given.get("riskClass")),
                choice(given, ORDER, Order.values(), Order.USUAL));
        return new FilterForm(
                new Address("/supervisor", given),
                choice(given, "presentation", Presentation.values(), Presentation.CUSTOMER),
                filter,
                usual,
                List.copyOf(ignored));
    }

    private static boolean isReadable(String name, Map<String, String> given) {
        try {
            switch (name) {
                case "amountFrom", "amountTo", "dmpFrom", "dmpTo", "dsoFrom", "dsoTo" -> amount(given, name);
                case "dueFrom", "dueTo", "actionFrom", "actionTo" -> date(given, name);
                case "type" -> set(given, name, ActionType.values());
                case "stage" -> set(given, name, Stage.values());
                case ORDER -> choice(given, name, Order.values(), Order.USUAL);
                case "presentation" -> choice(given, name, Presentation.values(), Presentation.CUSTOMER);
                default -> {
                    return true;
                }
            }
            return true;
        } catch (Problem problem) {
            return false;
        }
    }

    /// Something other than the usual span narrows the list.
    boolean narrowed() {
        return address.parameters().keySet().stream()
                        .anyMatch(name -> !List.of("presentation", SPAN, ORDER).contains(name))
                || address.parameters().containsKey(SPAN);
    }

    private static @Nullable BigDecimal amount(Map<String, String> given, String name) {
        return parsed(
                given,
                name,
                text -> PlainNumber.read(
                                text.replaceAll("[\\s\\u00a0\\u202f€]", "").replace('\u2212', '-'))
                        .orElseThrow(NumberFormatException::new));
    }

    private static @Nullable LocalDate date(Map<String, String> given, String name) {
        return parsed(given, name, LocalDate::parse);
    }

    private static <T> @Nullable T parsed(Map<String, String> given, String name, Function<String, T> parser) {
        var text = given.get(name);
        if (text == null) {
            return null;
        }
        try {
            return parser.apply(text);
        } catch (NumberFormatException | DateTimeParseException e) {
            throw Problem.refused("worklist.page.problem.filter", text);
        }
    }

    private static <E extends Enum<E>> Set<E> set(Map<String, String> given, String name, E[] values) {
        return given.containsKey(name) ? Set.of(choice(given, name, values, values[0])) : Set.of();
    }

    private static <E extends Enum<E>> E choice(Map<String, String> given, String name, E[] values, E otherwise) {
        var text = given.get(name);
        if (text == null) {
            return otherwise;
        }
        return Arrays.stream(values)
                .filter(value -> value.name().equals(text))
                .findFirst()
                .orElseThrow(() -> Problem.refused("worklist.page.problem.filter", text));
    }
}
