package io.encours.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/// Which routes are open to whom. The published form is docs/who-sees-what.md, which a test holds to these
/// rules; which customers are seen on an open route is the matter of the `Scope`.
final class AccessRules {

    static final String READ = "SCOPE_read";
    static final String WRITE = "SCOPE_write";
    static final String ADMIN = "SCOPE_admin";

    /// Of the command line on the same machine, see `LocalAccess`.
    static final String MACHINE = "SCOPE_machine";

    private static final String COLLECTS = "COLLECTS";
    private static final String MANAGES = "MANAGES";
    private static final String ADMINISTRATOR = "ROLE_ADMINISTRATOR";
    private static final String CREDIT_MANAGER = "ROLE_CREDIT_MANAGER";
    private static final String ACCOUNTANT = "ROLE_ACCOUNTANT";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private AccessRules() {}

    static void ofTheApi(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.requestMatchers("/api/v1/openapi.json/**", "/api/v1/sms-statuses", "/api/v1/sms-answers")
                .permitAll()
                .requestMatchers("/api/v1/backup")
                .hasAuthority(MACHINE)
                .requestMatchers("/actuator/prometheus")
                .access(only(ADMINISTRATOR))
                .requestMatchers("/api/v1/actions/**")
                .access(only(COLLECTS))
                .requestMatchers(
                        "/api/v1/users/**",
                        "/api/v1/audit/**",
                        "/api/v1/webhooks/**",
                        "/api/v1/retention/**",
                        "/api/v1/personal-data/**",
                        "/api/v1/doctor",
                        "/api/v1/routes/**")
                .access(administration())
                .requestMatchers("/api/v1/imports/**", "/api/v1/import-mappings/**")
                .access(only(ADMINISTRATOR, CREDIT_MANAGER, ACCOUNTANT))
                .requestMatchers(
                        "/api/v1/portfolios/**", "/api/v1/absences/**", "/api/v1/companies/*/collection-targets/**")
                .access(only(ADMINISTRATOR, MANAGES))
                .requestMatchers("/api/v1/companies/*/chasing-settings")
                .access(only(ADMINISTRATOR, CREDIT_MANAGER))
                .requestMatchers(
                        request -> writes(request, "/api/v1/companies") || writes(request, "/api/v1/interest/rates"))
                .access(administration())
                .requestMatchers("/api/v1/templates/preview")
                .access(AccessRules::scopeOfTheToken)
                .requestMatchers(request -> writes(request, "/api/v1/strategies")
                        || writes(request, "/api/v1/strategy-rules")
                        || writes(request, "/api/v1/templates"))
                .access(only(ADMINISTRATOR, CREDIT_MANAGER))
                .anyRequest()
                .access(AccessRules::scopeOfTheToken);
    }

    static void ofThePages(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.requestMatchers(
                        "/sign-in/**",
                        "/first-sign-in/**",
                        "/assets/**",
                        "/webjars/**",
                        "/error",
                        "/actuator/health/**")
                .permitAll()
                .requestMatchers(
                        "/sign-out",
                        "/company-in-view",
                        "/language",
                        "/profile/**",
                        "/views/**",
                        "/columns",
                        "/home/layout")
                .authenticated()
                .requestMatchers("/supervisor/**")
                .access(only(COLLECTS))
                .requestMatchers(
                        "/administration",
                        "/administration/portfolios/**",
                        "/administration/absences/**",
                        "/reports/collection-effectiveness/targets")
                .access(only(ADMINISTRATOR, MANAGES))
                .requestMatchers("/administration/**")
                .access(administration())
                .requestMatchers("/imports/**")
                .access(only(ADMINISTRATOR, CREDIT_MANAGER, ACCOUNTANT))
                .requestMatchers("/templates/preview")
                .access(AccessRules::scopeOfTheToken)
                .requestMatchers("/strategies/new", "/strategies/chasing", "/templates/new")
                .access(only(ADMINISTRATOR, CREDIT_MANAGER))
                .requestMatchers(request -> writes(request, "/strategies") || writes(request, "/templates"))
                .access(only(ADMINISTRATOR, CREDIT_MANAGER))
                .anyRequest()
                .access(AccessRules::scopeOfTheToken);
    }

    /// Administrators, whose token says so.
    private static AuthorizationManager<RequestAuthorizationContext> administration() {
        return AuthorizationManagers.allOf(only(ADMINISTRATOR), AuthorityAuthorizationManager.hasAuthority(ADMIN));
    }

    /// One of these authorities, and reading or writing as the token and the role allow.
    private static AuthorizationManager<RequestAuthorizationContext> only(String... authorities) {
        return AuthorizationManagers.allOf(
                AuthorityAuthorizationManager.hasAnyAuthority(authorities), AccessRules::scopeOfTheToken);
    }

    private static org.springframework.security.authorization.@org.jspecify.annotations.Nullable AuthorizationResult
            scopeOfTheToken(
                    java.util.function.Supplier<
                                    ? extends
                                            org.springframework.security.core.@org.jspecify.annotations.Nullable
                                            Authentication>
                            authentication,
                    RequestAuthorizationContext context) {
        var needed = READING.contains(context.getRequest().getMethod()) ? READ : WRITE;
        return AuthorityAuthorizationManager.<RequestAuthorizationContext>hasAuthority(needed)
                .authorize(authentication, context);
    }

    private static boolean writes(HttpServletRequest request, String path) {
        var asked = request.getServletPath().isEmpty() ? request.getRequestURI() : request.getServletPath();
        return !READING.contains(request.getMethod()) && (asked.equals(path) || asked.startsWith(path + "/"));
    }
}
