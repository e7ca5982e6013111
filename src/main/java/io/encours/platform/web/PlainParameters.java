package io.encours.platform.web;

import io.encours.platform.PlainCharacters;
import io.encours.platform.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Refuses queries and forms with characters that cannot be kept, before anybody reads them, the sign-in included.
/// Forms with files are looked at later, once the files may be taken in at all.
@Component
@Order(PlainParameters.BEFORE_SECURITY)
class PlainParameters extends OncePerRequestFilter {

    static final int BEFORE_SECURITY = -1_000;

    private final ProblemDetails problems;
    private final LocaleResolver languages;

    PlainParameters(ProblemDetails problems, LocaleResolver languages) {
        this.problems = problems;
        this.languages = languages;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var wrong = mayHaveSome(request) ? wrongName(request.getParameterMap()) : Optional.<String>empty();
        if (wrong.isEmpty()) {
            chain.doFilter(request, response);
        } else if (request.getRequestURI().startsWith("/api/")) {
            problems.write(response, languages.resolveLocale(request), problem(wrong.get()));
        } else {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private static boolean mayHaveSome(HttpServletRequest request) {
        var query = request.getQueryString();
        var type = request.getContentType();
        return (query != null && query.indexOf('%') >= 0)
                || (type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE));
    }

    private static Problem problem(String name) {
        return Problem.invalid(PlainCharacters.of(name), "platform.problem.character");
    }

    private static Optional<String> wrongName(Map<String, String[]> values) {
        return values.entrySet().stream()
                .filter(each -> !PlainCharacters.fit(each.getKey())
                        || java.util.Arrays.stream(each.getValue()).anyMatch(value -> !PlainCharacters.fit(value)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /// Of forms with files.
    @Component
    static class Files implements HandlerInterceptor, WebMvcConfigurer {

        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(this);
        }

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            if (request instanceof MultipartHttpServletRequest form) {
                wrongName(form.getParameterMap())
                        .or(() -> form.getMultiFileMap().values().stream()
                                .flatMap(java.util.List::stream)
                                .filter(file -> file.getOriginalFilename() != null
                                        && !PlainCharacters.fit(file.getOriginalFilename()))
                                .map(file -> file.getName())
                                .findFirst())
                        .ifPresent(name -> {
                            throw problem(name);
                        });
            }
            return true;
        }
    }
}
