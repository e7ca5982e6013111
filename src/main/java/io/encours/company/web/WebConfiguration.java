package io.encours.company.web;

import io.encours.identity.SignedIn;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AbstractLocaleResolver;

/// Registers the parameters, and the language of a request. On pages the user's, else the browser's when it is offered;
/// in the API the one the program asks for, else the user's.
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private static final List<String> OFFERED = List.of("fr", "en");

    private final RequestParameters parameters;

    WebConfiguration(RequestParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(parameters);
    }

    @Bean
    static LocaleResolver localeResolver() {
        return new UsersLanguage();
    }

    private static final class UsersLanguage extends AbstractLocaleResolver {

        @Override
        public Locale resolveLocale(jakarta.servlet.http.HttpServletRequest request) {
            var users = usersLanguage();
            var asked = asked(request);
            var first = request.getRequestURI().startsWith("/api/v1/") ? asked.or(() -> users) : users.or(() -> asked);
            return first.orElse(Locale.FRENCH);
        }

        private static Optional<Locale> usersLanguage() {
            var authentication = SecurityContextHolder.getContext().getAuthentication();
            return authentication != null && authentication.getPrincipal() instanceof SignedIn user
                    ? Optional.of(user.locale())
                    : Optional.empty();
        }

        private static Optional<Locale> asked(jakarta.servlet.http.HttpServletRequest request) {
            return request.getHeader("Accept-Language") == null
                    ? Optional.empty()
                    : Collections.list(request.getLocales()).stream()
                            .map(Locale::getLanguage)
                            .filter(OFFERED::contains)
                            .findFirst()
                            .map(Locale::forLanguageTag);
        }

        @Override
        public void setLocale(
                jakarta.servlet.http.HttpServletRequest request,
                jakarta.servlet.http.@org.jspecify.annotations.Nullable HttpServletResponse response,
                @org.jspecify.annotations.Nullable Locale locale) {
            throw new UnsupportedOperationException("The language is a setting of the user");
        }
    }
}
