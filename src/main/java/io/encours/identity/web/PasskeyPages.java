package io.encours.identity.web;

import io.encours.identity.Confirmation;
import io.encours.identity.PasskeyChallenge;
import io.encours.identity.Passkeys;
import io.encours.identity.SignedIn;
import io.encours.platform.Problem;
import io.encours.platform.web.Page;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// One's own passkeys: making one and removing one, each after the password was given again.
@Controller
@RequestMapping("/profile/passkeys")
class PasskeyPages {

    private static final String ASKED = "encours.passkey.new.";
    private static final String BACK = "redirect:/profile#passkeys";
    private static final int UNPROCESSABLE = 422;

    private final Passkeys passkeys;
    private final Confirmation confirmation;

    PasskeyPages(Passkeys passkeys, Confirmation confirmation) {
        this.passkeys = passkeys;
        this.confirmation = confirmation;
    }

    @PostMapping("/question")
    ResponseEntity<Map<String, Object>> ask(
            @RequestParam(name = "passkeyPassword") String password,
            SignedIn user,
            Page page,
            HttpServletRequest request,
            HttpSession session) {
        try {
            confirmation.confirm(user, password, request.getRemoteAddr());
        } catch (Problem problem) {
            return ResponseEntity.status(UNPROCESSABLE).body(Map.of("message", words(problem, page)));
        }
        var question = passkeys.askForNew(user);
        session.setAttribute(ASKED + user.id(), question.challenge());
        return ResponseEntity.ok(question.options());
    }

    @PostMapping
    String add(
            @RequestParam(name = "passkeyName", defaultValue = "") String name,
            @RequestParam String credential,
            SignedIn user,
            Page page,
            HttpSession session,
            RedirectAttributes after) {
        var challenge = session.getAttribute(ASKED + user.id()) instanceof PasskeyChallenge asked ? asked : null;
        session.removeAttribute(ASKED + user.id());
        try {
            passkeys.add(user, challenge, name.isBlank() ? page.t("identity.passkeys.one") : name, credential);
            after.addFlashAttribute("passkeyAdded", true);
        } catch (Problem problem) {
            after.addFlashAttribute("passkeyProblem", words(problem, page));
        }
        return BACK;
    }

    @PostMapping("/{id}/removal")
    String remove(
            @PathVariable long id,
            @RequestParam String password,
            SignedIn user,
            Page page,
            HttpServletRequest request,
            RedirectAttributes after) {
        try {
            confirmation.confirm(user, password, request.getRemoteAddr());
            passkeys.remove(user.id(), id);
        } catch (Problem problem) {
            if (problem.kind() != Problem.Kind.REFUSED) {
                throw problem;
            }
            after.addFlashAttribute("passkeyProblem", words(problem, page));
        }
        return BACK;
    }

    private static String words(Problem problem, Page page) {
        return problem.errors().stream()
                .findFirst()
                .map(error -> page.t(error.code(), error.arguments().toArray()))
                .orElseGet(() -> page.t(problem.code(), problem.arguments().toArray()));
    }
}
