package io.encours.identity.web;

import io.encours.identity.Passkeys;
import io.encours.identity.PasswordRules;
import io.encours.identity.Sessions;
import io.encours.identity.SignedIn;
import io.encours.identity.Tokens;
import io.encours.identity.Users;
import io.encours.platform.Problem;
import io.encours.platform.web.Form;
import io.encours.platform.web.Page;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// One's own account: password, passkeys and API tokens.
@Controller
class ProfilePage {

    private final Users users;
    private final Tokens tokens;
    private final Passkeys passkeys;
    private final PasswordRules rules;
    private final Clock clock;

    ProfilePage(Users users, Tokens tokens, Passkeys passkeys, PasswordRules rules, Clock clock) {
        this.users = users;
        this.tokens = tokens;
        this.passkeys = passkeys;
        this.rules = rules;
        this.clock = clock;
    }

    @GetMapping("/profile")
    String show(@RequestParam Map<String, String> parameters, SignedIn user, Page page, Model model) {
        model.addAttribute("saved", parameters.containsKey("saved"));
        return show(Form.EMPTY, Form.EMPTY, user, page, model);
    }

    @PostMapping("/profile/password")
    String changePassword(
            @RequestParam String current,
            @RequestParam String password,
            @RequestParam String again,
            SignedIn user,
            Page page,
            HttpSession session,
            HttpServletResponse response,
            Model model) {
        try {
            check(user, current, password, again);
        } catch (Problem problem) {
            return show(Form.EMPTY.refused(problem, page, response), Form.EMPTY, user, page, model);
        }
        users.setPassword(user.id(), password);
        Sessions.goOn(session, clock.instant());
        return "redirect:/profile?saved";
    }

    @PostMapping("/profile/tokens")
    String makeToken(
            @RequestParam(required = false) @Nullable List<String> scopes,
            @RequestParam(defaultValue = "") String label,
            @RequestParam(required = false) @Nullable Integer days,
            SignedIn user,
            Page page,
            RedirectAttributes after,
            HttpServletResponse response,
            Model model) {
        try {
            after.addFlashAttribute(
                    "token", tokens.create(user.id(), scopes, label, days == null ? null : Duration.ofDays(days)));
        } catch (Problem problem) {
            return show(
                    Form.EMPTY, Form.of(Map.of("label", label)).refused(problem, page, response), user, page, model);
        }
        return "redirect:/profile";
    }

    @PostMapping("/profile/tokens/{id}/revocation")
    String revokeToken(@PathVariable long id, SignedIn user) {
        tokens.revoke(user.id(), id);
        return "redirect:/profile";
    }

    private void check(SignedIn user, String current, String password, String again) {
        if (!users.isPassword(user.login(), current)) {
            throw Problem.invalid("current", "identity.profile.wrong");
        }
        var email = users.byId(user.id()).orElseThrow().email();
        rules.refusal(password, user.login(), user.displayName(), email).ifPresent(reason -> {
            throw Problem.invalid("password", reason);
        });
        if (!password.equals(again)) {
            throw Problem.invalid("again", "identity.firstSignIn.different");
        }
    }

    private String show(Form form, Form tokenForm, SignedIn user, Page page, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("user", users.byId(user.id()).orElseThrow());
        model.addAttribute("form", form);
        model.addAttribute("tokenForm", tokenForm);
        model.addAttribute("tokens", tokens.of(user.id()));
        model.addAttribute("scopes", Tokens.scopesFor(user.role()));
        model.addAttribute("passkeys", passkeys.of(user.id()));
        model.addAttribute("passkeyAdded", Boolean.TRUE.equals(model.getAttribute("passkeyAdded")));
        model.addAttribute("passkeyProblem", model.getAttribute("passkeyProblem"));
        model.addAttribute("token", model.getAttribute("token"));
        model.addAttribute("saved", Boolean.TRUE.equals(model.getAttribute("saved")));
        return "identity/profile";
    }
}
