package io.encours.identity.web;

import io.encours.identity.OneTimeLinks;
import io.encours.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The first sign-in, by a link that works once: choose a password.
@Controller
class FirstSignInPage {

    private final OneTimeLinks links;
    private final BarePages pages;

    FirstSignInPage(OneTimeLinks links, BarePages pages) {
        this.links = links;
        this.pages = pages;
    }

    @GetMapping("/first-sign-in/{token}")
    String show(@PathVariable String token, Model model) {
        return form(token, null, model);
    }

    @PostMapping("/first-sign-in/{token}")
    String save(@PathVariable String token, @RequestParam String password, @RequestParam String again, Model model) {
        if (!password.equals(again)) {
            return form(token, "identity.firstSignIn.different", model);
        }
        try {
            links.setPassword(token, password);
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.REFUSED) {
                return form(token, problem.errors().getFirst().code(), model);
            }
            throw problem;
        }
        return "redirect:/sign-in?ready";
    }

    private String form(String token, @Nullable String error, Model model) {
        model.addAttribute("page", pages.current());
        model.addAttribute("token", token);
        model.addAttribute("login", links.userOf(token).login());
        model.addAttribute("error", error);
        return "identity/first-sign-in";
    }
}
