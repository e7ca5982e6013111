package io.encours.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.stereotype.Service;

/// Begins a session of pages for somebody who has shown who they are by other means than the form, which Spring
/// Security
/// takes: another id of the session, another token against forged requests, and on to the page that was asked for.
@Service
public class PageSessions {

    private final Clock clock;
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();
    private final HttpSessionCsrfTokenRepository tokens = new HttpSessionCsrfTokenRepository();
    private final SavedRequestAwareAuthenticationSuccessHandler goOn =
            new SavedRequestAwareAuthenticationSuccessHandler();

    PageSessions(Clock clock) {
        this.clock = clock;
    }

    public void begin(SignedIn user, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var authentication =
                new UsernamePasswordAuthenticationToken(user, null, SecurityConfiguration.authorities(user));
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        Sessions.goOn(request.getSession(), clock.instant());
        request.changeSessionId();
        tokens.saveToken(null, request, response);
        sessions.saveContext(context, request, response);
        goOn.onAuthenticationSuccess(request, response, authentication);
    }
}
