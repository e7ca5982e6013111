package io.encours.reporting.web;

import io.encours.identity.SignedIn;
import io.encours.platform.Problem;
import io.encours.platform.web.Form;
import io.encours.platform.web.Page;
import io.encours.reporting.subscription.ReportSubscriptions;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The reports one gets by e-mail (R7).
@Controller
@RequestMapping("/profile/reports")
class SubscriptionPages {

    private static final String PATH = "redirect:/profile/reports";

    private final ReportSubscriptions subscriptions;

    SubscriptionPages(ReportSubscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @GetMapping
    String show(SignedIn user, Page page, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("subscriptions", subscriptions.mine(user));
        return "reporting/subscriptions";
    }

    /// @param values report, format, rhythm, and what the report is narrowed to
    @PostMapping
    String subscribe(@RequestParam Map<String, String> values, SignedIn user, Page page, RedirectAttributes after) {
        try {
            subscriptions.subscribe(user, values.get("report"), values, values.get("format"), values.get("rhythm"));
            after.addFlashAttribute("said", page.t("reporting.subscription.made"));
        } catch (Problem problem) {
            if (problem.kind() != Problem.Kind.REFUSED) {
                throw problem;
            }
            after.addFlashAttribute(
                    "refused",
                    Form.of(values)
                            .refused(problem, page)
                            .errors()
                            .values()
                            .iterator()
                            .next());
        }
        return PATH;
    }

    @PostMapping("/{id}/removal")
    String stop(@PathVariable long id, SignedIn user, Page page, RedirectAttributes after) {
        subscriptions.stop(user, id);
        after.addFlashAttribute("said", page.t("reporting.subscription.stopped"));
        return PATH;
    }
}
