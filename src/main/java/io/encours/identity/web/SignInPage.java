package io.encours.identity.web;

import io.encours.identity.OidcProvider;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The page with login and password, the button for passkeys, and the way to the provider where one is configured;
/// Spring Security takes the
/// form.
@Controller
class SignInPage {

    /// Why a sign-in was refused (`SecurityConfiguration`).
    private static final List<String> REFUSALS =
            List.of("failed", "locked", "limited", "unknown", "provider", "passkey", "expired");

    private final BarePages pages;
    private final OidcProvider provider;

    SignInPage(BarePages pages, OidcProvider provider) {
        this.pages = pages;
        this.provider = provider;
    }

    @GetMapping("/sign-in")
    String show(@RequestParam Map<String, String> parameters, Model model) {
        model.addAttribute("page", pages.current());
        model.addAttribute("notice", notice(parameters));
        model.addAttribute("failed", REFUSALS.stream().anyMatch(parameters::containsKey));
        model.addAttribute("provider", provider.name().orElse(null));
        return "identity/sign-in";
    }

    private static @Nullable String notice(Map<String, String> parameters) {
        for (var refusal : REFUSALS) {
            if (parameters.containsKey(refusal)) {
                return "identity.signIn." + refusal;
            }
        }
        if (parameters.containsKey("ready")) {
            return "identity.signIn.ready";
        }
        return parameters.containsKey("out") ? "identity.signIn.out" : null;
    }
}
