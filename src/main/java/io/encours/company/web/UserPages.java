package io.encours.company.web;

import io.encours.company.Companies;
import io.encours.company.Invitations;
import io.encours.company.Staff;
import io.encours.company.Staff.Draft;
import io.encours.company.Staff.Member;
import io.encours.identity.Passkeys;
import io.encours.identity.SignedIn;
import io.encours.identity.Tokens;
import io.encours.platform.EncoursSettings;
import io.encours.platform.Paging;
import io.encours.platform.Problem;
import io.encours.platform.web.Address;
import io.encours.platform.web.Form;
import io.encours.platform.web.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// *Administration › Utilisateurs*: who they are, what they may do, for which companies (K2).
@Controller
@RequestMapping("/administration/users")
class UserPages {

    private static final String PATH = "/administration/users";
    private static final String LINK = "link";
    private static final int ROWS = 200;
    private static final int UNPROCESSABLE = 422;

    private final Staff staff;
    private final Tokens tokens;
    private final Passkeys passkeys;
    private final Companies companies;
    private final EncoursSettings settings;
    private final Invitations invitations;

    UserPages(
            Staff staff,
            Tokens tokens,
            Passkeys passkeys,
            Companies companies,
            EncoursSettings settings,
            Invitations invitations) {
        this.staff = staff;
        this.tokens = tokens;
        this.passkeys = passkeys;
        this.companies = companies;
        this.settings = settings;
        this.invitations = invitations;
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable String cursor, Page page, Model model) {
        var part = staff.list(new Paging(ROWS, cursor));
        model.addAttribute("page", page);
        model.addAttribute("members", part.items());
        model.addAttribute(
                "more",
                part.next() == null
                        ? null
                        : new Address(PATH, Map.of())
                                .with("cursor", part.next())
                                .toString());
        return cursor == null ? "company/users" : "company/_userRows";
    }

    @GetMapping("/new")
    String blank(SignedIn user, Page page, Model model) {
        return form(
                null,
                Form.of(Map.of("language", "fr", "role", "COLLECTOR", "collectionsRole", "AGENT")),
                List.of(),
                user,
                page,
                model);
    }

    @PostMapping
    String create(
            @RequestParam Map<String, String> values,
            @RequestParam(name = "companies", required = false) @Nullable List<String> codes,
            SignedIn user,
            Page page,
            RedirectAttributes after,
            HttpServletResponse response,
            Model model) {
        var assigned = Objects.requireNonNullElse(codes, List.<String>of());
        try {
            var made = staff.create(draft(values, assigned, null)).user();
            after.addFlashAttribute(LINK, settings.address() + staff.firstSignIn(made.login()));
            return to(made.login());
        } catch (Problem problem) {
            return form(null, Form.of(values).refused(problem, page, response), assigned, user, page, model);
        }
    }

    @GetMapping("/{login}")
    String show(@PathVariable String login, SignedIn user, Page page, Model model) {
        var member = staff.get(login);
        return form(member, Form.of(values(member)), member.companies(), user, page, model);
    }

    @PostMapping("/{login}")
    String change(
            @PathVariable String login,
            @RequestParam Map<String, String> values,
            @RequestParam(name = "companies", required = false) @Nullable List<String> codes,
            SignedIn user,
            Page page,
            RedirectAttributes after,
            HttpServletResponse response,
            Model model) {
        var assigned = Objects.requireNonNullElse(codes, List.<String>of());
        return refusable(
                login,
                () -> {
                    staff.change(login, draft(values, assigned, null));
                    after.addFlashAttribute("saved", true);
                },
                Form.of(values),
                assigned,
                new Screen(user, page, response, model));
    }

    @PostMapping("/{login}/deactivation")
    String deactivate(@PathVariable String login, SignedIn user, Page page, HttpServletResponse response, Model model) {
        return setActive(login, false, new Screen(user, page, response, model));
    }

    @PostMapping("/{login}/reactivation")
    String reactivate(@PathVariable String login, SignedIn user, Page page, HttpServletResponse response, Model model) {
        return setActive(login, true, new Screen(user, page, response, model));
    }

    /// A new invitation, or the way back for who has lost the password.
    ///
    /// @param by `mail`: sent to the user; else shown
    @PostMapping("/{login}/one-time-links")
    String makeLink(
            @PathVariable String login,
            @RequestParam(defaultValue = "") String by,
            Page page,
            RedirectAttributes after) {
        if (by.equals("mail")) {
            after.addFlashAttribute("said", page.t("company.users.invited", invitations.send(login)));
        } else {
            after.addFlashAttribute(LINK, settings.address() + staff.firstSignIn(login));
        }
        return to(login);
    }

    @PostMapping("/{login}/unlocking")
    String unlock(@PathVariable String login) {
        staff.unlock(login);
        return to(login);
    }

    @PostMapping("/{login}/tokens")
    String makeToken(
            @PathVariable String login,
            @RequestParam(required = false) @Nullable List<String> scopes,
            @RequestParam(defaultValue = "") String label,
            @RequestParam(required = false) @Nullable Integer days,
            SignedIn user,
            Page page,
            RedirectAttributes after,
            HttpServletResponse response,
            Model model) {
        var member = staff.get(login);
        try {
            after.addFlashAttribute(
                    "token",
                    tokens.create(member.user().id(), scopes, label, days == null ? null : Duration.ofDays(days)));
            return to(login);
        } catch (Problem problem) {
            model.addAttribute("tokenForm", Form.of(Map.of("label", label)).refused(problem, page, response));
            return form(member, Form.of(values(member)), member.companies(), user, page, model);
        }
    }

    @PostMapping("/{login}/tokens/{id}/revocation")
    String revokeToken(@PathVariable String login, @PathVariable long id) {
        tokens.revoke(staff.get(login).user().id(), id);
        return to(login);
    }

    /// For who has lost a device.
    @PostMapping("/{login}/passkeys/removal")
    String removePasskeys(@PathVariable String login) {
        passkeys.removeAll(staff.get(login).user().id());
        return to(login);
    }

    private record Screen(SignedIn user, Page page, HttpServletResponse response, Model model) {}

    private String setActive(String login, boolean active, Screen screen) {
        var member = staff.get(login);
        return refusable(
                login,
                () -> staff.change(login, draft(values(member), null, active)),
                Form.of(values(member)),
                member.companies(),
                screen);
    }

    /// Back to the user's page, with what was wrong when it was refused.
    private String refusable(String login, Runnable change, Form form, List<String> assigned, Screen screen) {
        try {
            change.run();
            return to(login);
        } catch (Problem problem) {
            if (problem.kind() != Problem.Kind.REFUSED) {
                throw problem;
            }
            screen.response().setStatus(UNPROCESSABLE);
            return form(
                    staff.get(login),
                    form.refused(problem, screen.page()),
                    assigned,
                    screen.user(),
                    screen.page(),
                    screen.model());
        }
    }

    private String form(
            @Nullable Member member, Form form, List<String> assigned, SignedIn user, Page page, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("member", member);
        model.addAttribute("form", form);
        model.addAttribute("assigned", assigned);
        model.addAttribute("companies", companies.of(user));
        model.addAttribute("choices", UserChoices.of(page));
        model.addAttribute(
                "tokens", member == null ? List.of() : tokens.of(member.user().id()));
        model.addAttribute(
                "passkeys",
                member == null ? List.of() : passkeys.of(member.user().id()));
        model.addAttribute(
                "scopes",
                member == null ? List.of() : Tokens.scopesFor(member.user().role()));
        model.addAttribute("tokenForm", Objects.requireNonNullElse(model.getAttribute("tokenForm"), Form.EMPTY));
        model.addAttribute(LINK, model.getAttribute(LINK));
        model.addAttribute("said", model.getAttribute("said"));
        model.addAttribute("mayMail", member != null && invitations.canBeSent(member));
        model.addAttribute("token", model.getAttribute("token"));
        model.addAttribute("saved", Boolean.TRUE.equals(model.getAttribute("saved")));
        return "company/user";
    }

    private static Map<String, String> values(Member member) {
        var user = member.user();
        return Map.of(
                "login", user.login(),
                "name", user.name(),
                "email", Objects.requireNonNullElse(user.email(), ""),
                "language", user.language(),
                "role", user.role().name(),
                "collectionsRole", user.collectionsRole().name());
    }

    private static Draft draft(Map<String, String> values, @Nullable List<String> companies, @Nullable Boolean active) {
        return new Draft(
                values.get("login"),
                values.get("name"),
                values.get("email"),
                values.get("language"),
                values.get("role"),
                values.get("collectionsRole"),
                companies,
                active,
                null);
    }

    private static String to(String login) {
        return "redirect:" + PATH + "/" + Address.part(login);
    }
}
