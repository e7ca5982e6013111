package io.encours.platform.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/// A name for every request: the caller's `X-Request-Id` when it is one, else our own. It is in the answer, in every
/// line of the log that the request causes, and in what is said when something went wrong.
public final class RequestId extends OncePerRequestFilter {

    static final String HEADER = "X-Request-Id";

    /// Nothing that could break a line of a log or say anything of a person's.
    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9._:-]{8,64}");

    private static final String KEY = "requestId";

    private RequestId() {}

    /// Of the request under way; empty outside of one.
    public static String current() {
        return Objects.requireNonNullElse(MDC.get(KEY), "");
    }

    /// The same task, which goes on in another thread under this name.
    public static Runnable keptBy(Runnable task) {
        var id = current();
        return () -> {
            MDC.put(KEY, id);
            try {
                task.run();
            } finally {
                MDC.remove(KEY);
            }
        };
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var id = request.getAttribute(KEY) instanceof String known ? known : of(request.getHeader(HEADER));
        request.setAttribute(KEY, id);
        response.setHeader(HEADER, id);
        MDC.put(KEY, id);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(KEY);
        }
    }

    /// The error page is asked for after the request itself has left the filters.
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static String of(@Nullable String given) {
        return given != null && VALID.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }

    @Configuration(proxyBeanMethods = false)
    static class First {

        /// Around all other filters.
        @Bean
        FilterRegistrationBean<RequestId> requestId() {
            var registration = new FilterRegistrationBean<>(new RequestId());
            registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
            registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
            return registration;
        }
    }
}
