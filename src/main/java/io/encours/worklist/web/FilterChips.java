package io.encours.worklist.web;

import io.encours.identity.CollectionsRole;
import io.encours.identity.SignedIn;
import io.encours.identity.Users;
import io.encours.platform.Scope;
import io.encours.platform.web.Page;
import io.encours.strategy.ActionType;
import io.encours.strategy.Stage;
import io.encours.worklist.web.FilterChip.Field;
import io.encours.worklist.web.FilterChip.Option;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The row of chips of S1.
@Component
class FilterChips {

    /// Those in force, and those that can be added.
    record Chips(List<FilterChip> shown, List<FilterChip> offered) {}

    private final Users users;

    FilterChips(Users users) {
        this.users = users;
    }

    Chips of(FilterForm form, SignedIn user, Scope scope, Page page) {
        var alone = user.collectionsRole() == CollectionsRole.AGENT
                && scope.covered().isEmpty();
        var all = new Maker(form, page).all(alone ? List.of() : agents(scope, page));
        var shown = new ArrayList<FilterChip>();
        if (alone) {
            shown.add(new FilterChip("agent", page.t("worklist.chip.me"), true, true, null, List.of()));
        }
        all.stream().filter(FilterChip::active).forEach(shown::add);
        return new Chips(shown, all.stream().filter(chip -> !chip.active()).toList());
    }

    /// The agent asked for is among those there are.
    boolean knowsAgent(FilterForm form, Scope scope, Page page) {
        var login = form.address().value("agent");
        return login.isEmpty()
                || agents(scope, page).stream()
                        .anyMatch(option -> option.value().equals(login));
    }

    private List<Option> agents(Scope scope, Page page) {
        return Stream.concat(
                        Stream.of(new Option("", page.t("worklist.field.everyone"))),
                        users.collectors().stream()
                                .filter(user -> scope.seesEveryone()
                                        || user.id() == scope.userId()
                                        || scope.covered().contains(user.id()))
                                .map(user -> new Option(user.login(), user.name())))
                .toList();
    }

    private record Maker(FilterForm form, Page page) {

        List<FilterChip> all(List<Option> agents) {
            var chips = new ArrayList<FilterChip>();
            if (!agents.isEmpty()) {
                chips.add(chip("agent", label(agents, "agent"), choice("agent", agents)));
            }
            chips.add(span());
            chips.add(chip("customer", value("customer"), free("customer")));
            chips.add(chip(
                    "amount", between(amount("amountFrom"), amount("amountTo")), free("amountFrom"), free("amountTo")));
            chips.add(chip("due", between(day("dueFrom"), day("dueTo")), date("dueFrom"), date("dueTo")));
            chips.add(chip("type", label(types(), "type"), choice("type", types())));
            chips.add(chip("stage", label(stages(), "stage"), choice("stage", stages())));
            chips.add(chip("dmp", between(days("dmpFrom"), days("dmpTo")), free("dmpFrom"), free("dmpTo")));
            chips.add(chip("dso", between(days("dsoFrom"), days("dsoTo")), free("dsoFrom"), free("dsoTo")));
            chips.add(chip("riskClass", value("riskClass"), free("riskClass")));
            chips.add(chip("controlAccount", value("controlAccount"), free("controlAccount")));
            return chips;
        }

        /// Always there: the usual span, a chosen one, or all.
        private FilterChip span() {
            var fields = List.of(date("actionFrom"), date("actionTo"));
            var all = form.address().with(FilterForm.SPAN, "all").without("actionFrom", "actionTo");
            if (form.usualSpan()) {
                return new FilterChip("span", page.t("worklist.chip.usualSpan"), true, false, all.toString(), fields);
            }
            var text = between(day("actionFrom"), day("actionTo"));
            var usual = form.address().without(FilterForm.SPAN, "actionFrom", "actionTo");
            return text.isEmpty()
                    ? new FilterChip("span", page.t("worklist.chip.allDates"), true, false, usual.toString(), fields)
                    : new FilterChip("span", page.t("worklist.chip.span", text), true, false, all.toString(), fields);
        }

        private FilterChip chip(String kind, String text, Field... fields) {
            var names = Arrays.stream(fields).map(Field::name).toArray(String[]::new);
            return new FilterChip(
                    kind,
                    page.t("worklist.chip." + kind, text),
                    !text.isEmpty(),
                    false,
                    form.address().without(names).toString(),
                    List.of(fields));
        }

        private Field free(String name) {
            return new Field(name, "text", value(name), List.of());
        }

        private Field date(String name) {
            return new Field(name, "date", value(name), List.of());
        }

        private Field choice(String name, List<Option> options) {
            return new Field(name, "select", value(name), options);
        }

        private String value(String name) {
            return form.address().value(name);
        }

        private String day(String name) {
            return value(name).isEmpty() ? "" : page.date(LocalDate.parse(value(name)));
        }

        private String days(String name) {
            return value(name).isEmpty() ? "" : page.t("worklist.chip.days", value(name));
        }

        private String amount(String name) {
            var items = form.filter().items();
            var amount = name.equals("amountFrom") ? items.amountFrom() : items.amountTo();
            return amount == null ? "" : page.amount(amount);
        }

        private String between(String from, String to) {
            if (from.isEmpty()) {
                return to.isEmpty() ? "" : page.t("worklist.chip.upTo", to);
            }
            return to.isEmpty() ? page.t("worklist.chip.from", from) : page.t("worklist.chip.between", from, to);
        }

        private String label(List<Option> options, String name) {
            var value = value(name);
            return value.isEmpty()
                    ? ""
                    : options.stream()
                            .filter(option -> option.value().equals(value))
                            .map(Option::label)
                            .findFirst()
                            .orElse(value);
        }

        private List<Option> types() {
            return options(
                    Arrays.stream(ActionType.values()).map(type -> new Option(type.name(), page.t(type.messageKey()))));
        }

        private List<Option> stages() {
            return options(Arrays.stream(Stage.values())
                    .map(stage -> new Option(stage.name(), page.t("strategy.stage." + stage.name()))));
        }

        private List<Option> options(Stream<Option> values) {
            return Stream.concat(Stream.of(new Option("", page.t("worklist.field.any"))), values)
                    .toList();
        }
    }
}
