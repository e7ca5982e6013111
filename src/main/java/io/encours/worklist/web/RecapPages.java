package io.encours.worklist.web;

import io.encours.company.Company;
import io.encours.correspondence.letter.Letters;
import io.encours.correspondence.outbox.MessageDecisions.LeftOut;
import io.encours.identity.SignedIn;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.platform.web.Address;
import io.encours.platform.web.NavigationEntry;
import io.encours.platform.web.Page;
import io.encours.worklist.automatic.Recap.UpTo;
import io.encours.worklist.automatic.Recaps;
import io.encours.worklist.automatic.Recaps.Choice;
import io.encours.worklist.outgoing.Outgoing;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// *Récapitulatif du jour*: what goes out by itself for the company in view, to be read, confirmed or stopped
/// before it goes, and what was kept back (A8).
@Controller
@RequestMapping("/recap")
class RecapPages {

    private static final String PATH = "/recap";
    private static final int DAYS = 10;
    private static final int NAMED = 5;

    private final Recaps recaps;

    RecapPages(Recaps recaps) {
        this.recaps = recaps;
    }

    /// Its place in the frame.
    @Configuration(proxyBeanMethods = false)
    static class Place {

        @Bean
        NavigationEntry recapPlace() {
            return new NavigationEntry(22, "worklist.recap.title", PATH, "recap", "b", NavigationEntry.SEES_CUSTOMERS);
        }
    }

    /// @param day empty: today
    @GetMapping
    String show(
            @RequestParam @Nullable LocalDate day,
            SignedIn user,
            Scope scope,
            Company company,
            Page page,
            Model model) {
        var shown = Optional.ofNullable(day).orElse(page.today());
        model.addAttribute("page", page);
        model.addAttribute("company", company);
        model.addAttribute("recap", recaps.of(scope, company.id(), shown));
        model.addAttribute("days", recaps.days(scope, company.id(), null, DAYS));
        model.addAttribute("mayWrite", Letters.mayWrite(user));
        model.addAttribute("said", model.getAttribute("said"));
        model.addAttribute("leftOut", model.getAttribute("leftOut"));
        return "worklist/recap";
    }

    /// Further messages of a group.
    @GetMapping("/lines")
    String lines(
            @RequestParam LocalDate day,
            @RequestParam String group,
            @RequestParam long after,
            SignedIn user,
            Scope scope,
            Company company,
            Page page,
            Model model) {
        model.addAttribute("page", page);
        model.addAttribute("company", company);
        var key = RecapWords.group(group);
        var part = recaps.lines(scope, company.id(), day, key, after);
        model.addAttribute("lines", part.lines());
        model.addAttribute("more", part.more());
        model.addAttribute("day", day);
        model.addAttribute("group", key);
        model.addAttribute("mayWrite", Letters.mayWrite(user));
        return "worklist/_recapLines";
    }

    /// What is decided on, as the page sends it.
    ///
    /// @param what `chosen`: those that are ticked; else all that were read, of the group when one is named
    /// @param id of those that are ticked
    record Chosen(
            @Nullable String what,
            @Nullable String group,
            @Nullable List<String> id,
            @Nullable String upTo) {

        private boolean isTicked() {
            return "chosen".equals(what);
        }

        private boolean isNothing() {
            return isTicked() && (id == null || id.isEmpty());
        }

        private Choice choice() {
            if (isTicked()) {
                return Choice.these(Objects.requireNonNullElse(id, List.<String>of()).stream()
                        .map(RecapPages::outgoing)
                        .toList());
            }
            var read = UpTo.parse(Objects.requireNonNullElse(upTo, ""))
                    .orElseThrow(() -> Problem.invalid("upTo", "worklist.recap.problem.upTo"));
            return group == null || group.isBlank() ? Choice.allUpTo(read) : Choice.of(RecapWords.group(group), read);
        }
    }

    @PostMapping("/confirmation")
    String confirm(
            @RequestParam LocalDate day,
            Chosen chosen,
            SignedIn user,
            Scope scope,
            Company company,
            Page page,
            RedirectAttributes after) {
        return decided(
                chosen,
                "confirmed",
                choice -> recaps.confirm(user, scope, company.id(), day, choice),
                company,
                day,
                page,
                after);
    }

    @PostMapping("/cancellation")
    String stop(
            @RequestParam LocalDate day,
            Chosen chosen,
            SignedIn user,
            Scope scope,
            Company company,
            Page page,
            RedirectAttributes after) {
        return decided(
                chosen,
                "stopped",
                choice -> recaps.stop(user, scope, company.id(), day, choice),
                company,
                day,
                page,
                after);
    }

    private static String decided(
            Chosen chosen,
            String what,
            Function<Choice, Recaps.Outcome> decision,
            Company company,
            LocalDate day,
            Page page,
            RedirectAttributes after) {
        if (chosen.isNothing()) {
            after.addFlashAttribute("refused", page.t("worklist.recap.nothingTicked"));
        } else {
            say(decision.apply(chosen.choice()), what, page, after);
        }
        return "redirect:" + PATH + "?company=" + Address.part(company.code()) + "&day=" + day;
    }

    private static void say(Recaps.Outcome outcome, String what, Page page, RedirectAttributes after) {
        after.addFlashAttribute("said", page.t("worklist.recap." + what, outcome.done()));
        var stays = Stream.of(
                        outcome.newer() == 0 ? "" : page.t("worklist.recap.newer." + what, outcome.newer()),
                        outcome.leftOut().isEmpty() ? "" : leftOut(outcome.leftOut(), page))
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
        if (!stays.isEmpty()) {
            after.addFlashAttribute("leftOut", stays);
        }
    }

    private static String leftOut(List<LeftOut> all, Page page) {
        var named = all.stream()
                .limit(NAMED)
                .map(each -> each.customerName() + "\u00a0— " + page.t(each.messageKey()))
                .toList();
        return page.t("worklist.recap.leftOut", all.size()) + " " + String.join(" ", named)
                + (all.size() > NAMED ? " …" : "");
    }

    private static Outgoing outgoing(String text) {
        return Outgoing.parse(text).orElseThrow(() -> Problem.notFound("correspondence.message.problem.unknown"));
    }
}
