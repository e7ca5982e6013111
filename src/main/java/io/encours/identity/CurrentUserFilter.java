package io.encours.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Holds a session to what the user is now: whoever is no longer active is signed out, changed roles count from the
/// next
/// request on. One read by key a request.
@Component
class CurrentUserFilter extends OncePerRequestFilter {

    private final Users users;
    private final Clock clock;

    CurrentUserFilter(Users users, Clock clock) {
        this.users = users;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.startsWith("/assets/") || path.startsWith("/webjars/") || path.startsWith("/actuator/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn before) {
            var began = Sessions.began(request.getSession(), clock.instant());
            var now = users.byId(before.id())
                    .filter(Users.User::active)
                    .filter(user -> user.sessionsFrom() == null || !began.isBefore(user.sessionsFrom()))
                    .map(user -> user.signedIn(before.scopes()));
            if (now.isEmpty()) {
                signOut(request);
            } else if (!now.get().equals(before)) {
                var context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(new UsernamePasswordAuthenticationToken(
                        now.get(), null, SecurityConfiguration.authorities(now.get())));
                SecurityContextHolder.setContext(context);
            }
        }
        chain.doFilter(request, response);
    }

    /// It stands in the security chain of the pages only.
    @Configuration(proxyBeanMethods = false)
    static class NotForEveryRequest {

        @Bean
        FilterRegistrationBean<CurrentUserFilter> currentUserFilterRegistration(CurrentUserFilter filter) {
            var registration = new FilterRegistrationBean<>(filter);
            registration.setEnabled(false);
            return registration;
        }
    }

    private static void signOut(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }
}
