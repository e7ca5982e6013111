package io.encours.company.web;

import io.encours.company.Absences;
import io.encours.company.Absences.Draft;
import io.encours.identity.SignedIn;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.platform.web.Form;
import io.encours.platform.web.Option;
import io.encours.platform.web.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// *Administration › Absences*: who is away, and who stands in (S2).
@Controller
@RequestMapping("/administration/absences")
class AbsencePages {

    private final Absences absences;

    AbsencePages(Absences absences) {
        this.absences = absences;
    }

    @GetMapping
    String list(@RequestParam Map<String, String> values, SignedIn user, Scope scope, Page page, Model model) {
        return list(Form.of(values), user, scope, page, model);
    }

    @PostMapping
    String create(
            @RequestParam Map<String, String> values,
            SignedIn user,
            Scope scope,
            Page page,
            HttpServletResponse response,
            Model model) {
        try {
            absences.create(
                    user,
                    scope,
                    new Draft(values.get("agent"), values.get("cover"), day(values, "from"), day(values, "to")));
            return "redirect:/administration/absences";
        } catch (Problem problem) {
            return list(Form.of(values).refused(problem, page, response), user, scope, page, model);
        }
    }

    @PostMapping("/{id}/cancellation")
    String cancel(@PathVariable long id, SignedIn user, Scope scope) {
        absences.cancel(user, scope, id);
        return "redirect:/administration/absences";
    }

    private String list(Form form, SignedIn user, Scope scope, Page page, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("form", form);
        model.addAttribute("absences", absences.list(scope));
        model.addAttribute(
                "people",
                Stream.concat(
                                Stream.of(new Option("", page.t("company.absences.choose"))),
                                absences.agents(scope).stream()
                                        .map(person -> new Option(person.login(), person.name())))
                        .toList());
        model.addAttribute("mayPlan", Absences.mayPlan(user));
        return "company/absences";
    }

    private static @Nullable LocalDate day(Map<String, String> values, String name) {
        var text = values.getOrDefault(name, "");
        try {
            return text.isBlank() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Problem.invalid(name, "company.problem.day");
        }
    }
}
