package io.encours.platform.web;

import io.encours.platform.web.IdempotencyStore.Answer;
import io.encours.platform.web.IdempotencyStore.Claim;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/// Honours `Idempotency-Key` on POST: the same request sent again by the same user is answered as the first time, and
/// done once. Refusals (status 400 and above) are not kept. An answer marked `no-store`, such as a secret, is done once
/// too, but its content is not kept and not said again.
@Component
public class IdempotencyFilter extends OncePerRequestFilter {

    private static final String KEY = "Idempotency-Key";
    private static final int LONGEST_KEY = 255;
    private static final int LARGEST_ANSWER = 1 << 20;

    private final IdempotencyStore store;
    private final ProblemDetails problems;
    private final LocaleResolver languages;

    IdempotencyFilter(IdempotencyStore store, ProblemDetails problems, LocaleResolver languages) {
        this.store = store;
        this.problems = problems;
        this.languages = languages;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || request.getHeader(KEY) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var key = request.getHeader(KEY).strip();
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            refuse(request, response, 400, "platform.problem.idempotencyKey");
            return;
        }
        var whole = WholeRequest.of(request);
        if (whole.isEmpty()) {
            refuse(request, response, 413, "platform.problem.tooLarge");
            return;
        }
        var login = Objects.requireNonNull(request.getUserPrincipal()).getName();
        switch (store.claim(login, key, whole.get().hash())) {
            case Claim.First() -> answer(whole.get().request(), response, chain, login, key);
            case Claim.Answered(Answer answer)
            when answer.body() == null && answer.contentType() != null ->
                refuse(request, response, 409, "platform.problem.answerNotKept");
            case Claim.Answered(Answer answer) -> repeat(answer, response);
            case Claim.Unfinished() -> refuse(request, response, 409, "platform.problem.unfinished");
            case Claim.OfAnotherRequest() -> refuse(request, response, 422, "platform.problem.keyReused");
        }
    }

    private void answer(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, String login, String key)
            throws ServletException, IOException {
        var kept = new ContentCachingResponseWrapper(response);
        var done = false;
        try {
            chain.doFilter(request, kept);
            done = kept.getStatus() < 400;
        } finally {
            if (done) {
                store.keep(login, key, answerIn(kept));
            } else {
                store.forget(login, key);
            }
        }
        kept.copyBodyToResponse();
    }

    private static Answer answerIn(ContentCachingResponseWrapper response) {
        var control = response.getHeader(HttpHeaders.CACHE_CONTROL);
        var secret = control != null && control.contains("no-store");
        var body = secret || response.getContentSize() > LARGEST_ANSWER ? null : response.getContentAsByteArray();
        return new Answer(
                response.getStatus(), response.getHeader(HttpHeaders.LOCATION), response.getContentType(), body);
    }

    private static void repeat(Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        response.setHeader("Idempotency-Replayed", "true");
        if (answer.location() != null) {
            response.setHeader(HttpHeaders.LOCATION, answer.location());
        }
        if (answer.contentType() != null && answer.body() != null) {
            response.setContentType(answer.contentType());
            response.getOutputStream().write(answer.body());
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, int status, String code)
            throws IOException {
        problems.write(response, languages.resolveLocale(request), status, code);
    }

    /// It stands in the security chain of the API only, where the user is known.
    @Configuration(proxyBeanMethods = false)
    static class NotForEveryRequest {

        @Bean
        FilterRegistrationBean<IdempotencyFilter> idempotencyFilterRegistration(IdempotencyFilter filter) {
            var registration = new FilterRegistrationBean<>(filter);
            registration.setEnabled(false);
            return registration;
        }
    }
}
