package io.encours.identity.web;

import io.encours.identity.SignedIn;
import io.encours.identity.Users;
import io.encours.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/// The language of the screens, a setting of the user that holds from the next page on.
@Controller
class LanguageChoice {

    private static final Set<String> OFFERED = Set.of("fr", "en");

    private final Users users;
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    LanguageChoice(Users users) {
        this.users = users;
    }

    @PostMapping("/language")
    String change(
            @RequestParam String language,
            @RequestHeader(name = HttpHeaders.REFERER, required = false) @Nullable String from,
            SignedIn user,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!OFFERED.contains(language)) {
            throw Problem.invalid("language", "identity.problem.language", language);
        }
        users.setLanguage(user.id(), language);
        keepInSession(user.speaking(language), request, response);
        return "redirect:" + backTo(from);
    }

    private void keepInSession(SignedIn user, HttpServletRequest request, HttpServletResponse response) {
        var now = Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new UsernamePasswordAuthenticationToken(user, null, now.getAuthorities()));
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
    }

    /// Only the path of the page one comes from, so that no other site is led to.
    private static String backTo(@Nullable String from) {
        try {
            var address = URI.create(from == null ? "/" : from);
            var path = address.getRawPath();
            if (path == null || !path.startsWith("/") || path.startsWith("//")) {
                return "/";
            }
            return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
        } catch (IllegalArgumentException e) {
            return "/";
        }
    }
}
