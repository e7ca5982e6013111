package io.encours.company.web;

import io.encours.company.Companies;
import io.encours.company.Company;
import io.encours.company.Scopes;
import io.encours.identity.SignedIn;
import io.encours.platform.BusinessDate;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.platform.web.DataDate;
import io.encours.platform.web.Formats;
import io.encours.platform.web.NavigationEntry;
import io.encours.platform.web.Page;
import io.encours.platform.web.SubEntry;
import io.encours.platform.web.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/// Gives controllers their `SignedIn`, `Scope`, `Company` and `Page`.
///
/// On pages the scope is that of the company in view (chosen in the switcher, else the first by name); in the API it is
/// all the user may see. A controller that takes a `Company` is for users who work for at least one.
@Component
class RequestParameters implements HandlerMethodArgumentResolver {

    static final String CHOSEN = "encours.company";

    private final Companies companies;
    private final Scopes scopes;
    private final Texts texts;
    private final BusinessDate businessDate;
    private final List<NavigationEntry> navigation;
    private final List<SubEntry> inside;
    private final List<DataDate> dataDates;

    RequestParameters(
            Companies companies,
            Scopes scopes,
            Texts texts,
            BusinessDate businessDate,
            List<NavigationEntry> navigation,
            List<SubEntry> inside,
            List<DataDate> dataDates) {
        this.companies = companies;
        this.scopes = scopes;
        this.texts = texts;
        this.businessDate = businessDate;
        this.navigation = navigation.stream()
                .sorted(Comparator.comparingInt(NavigationEntry::order))
                .toList();
        this.inside =
                inside.stream().sorted(Comparator.comparingInt(SubEntry::order)).toList();
        this.dataDates = dataDates;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        var type = parameter.getParameterType();
        return type == SignedIn.class || type == Scope.class || type == Company.class || type == Page.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        var authentication =
                Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
        var user = (SignedIn) Objects.requireNonNull(authentication.getPrincipal());
        var type = parameter.getParameterType();
        if (type == SignedIn.class) {
            return user;
        }
        var scope = scopes.of(user);
        if (type == Scope.class && request.getRequestURI().startsWith("/api/")) {
            return scope;
        }
        var mine = companies.of(user);
        var chosen = chosen(mine, request);
        if (type == Scope.class) {
            return chosen.map(company -> scope.in(company.id())).orElse(scope);
        }
        if (type == Company.class) {
            return chosen.orElseThrow(() -> Problem.notFound("company.problem.none"));
        }
        return page(user, authentication, mine, chosen, request);
    }

    private Page page(
            SignedIn user,
            Authentication authentication,
            List<Company> mine,
            Optional<Company> chosen,
            HttpServletRequest request) {
        var authorities = authentication.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
        var path = request.getRequestURI();
        var places = navigation.stream()
                .filter(entry -> isOpen(entry.authorities(), authorities))
                .map(entry -> new Page.Place(
                        entry.textKey(),
                        entry.path(),
                        entry.icon(),
                        entry.shortcut(),
                        isCurrent(entry.path(), path),
                        inside(entry, authorities, path)))
                .toList();
        var csrf = (CsrfToken) Objects.requireNonNull(request.getAttribute(CsrfToken.class.getName()));
        var today = chosen.map(company -> businessDate.today(company.zone())).orElseGet(businessDate::today);
        var freshness = chosen.map(company -> freshness(company, today)).orElse(List.of());
        return new Page(
                texts,
                new Formats(user.locale()),
                user.displayName(),
                places,
                mine.stream().map(RequestParameters::choice).toList(),
                chosen.map(RequestParameters::choice).orElse(null),
                path,
                new Page.Csrf(csrf.getParameterName(), csrf.getHeaderName(), csrf.getToken()),
                freshness,
                today);
    }

    private List<Page.Place> inside(NavigationEntry place, List<String> authorities, String path) {
        // A page below another one is not also the other one.
        var nearest = inside.stream()
                .map(SubEntry::path)
                .filter(candidate -> isCurrent(candidate, path))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        return inside.stream()
                .filter(entry -> entry.parent().equals(place.path()) && isOpen(entry.authorities(), authorities))
                .map(entry -> new Page.Place(
                        entry.textKey(), entry.path(), "", null, entry.path().equals(nearest), List.of()))
                .toList();
    }

    private static boolean isOpen(Set<String> needed, List<String> authorities) {
        return needed.isEmpty() || needed.stream().anyMatch(authorities::contains);
    }

    private static boolean isCurrent(String place, String path) {
        return place.equals("/") ? path.equals("/") : path.equals(place) || path.startsWith(place + "/");
    }

    private static Optional<Company> chosen(List<Company> mine, HttpServletRequest request) {
        var session = request.getSession(false);
        var named = named(request);
        var code = named != null ? named : session == null ? null : (String) session.getAttribute(CHOSEN);
        return mine.stream()
                .filter(company -> company.code().equals(code))
                .findFirst()
                .or(() -> mine.stream().findFirst());
    }

    /// Fragments have no top bar, but their templates take the same page; the look-up is one indexed read.
    private List<Page.Freshness> freshness(Company company, LocalDate today) {
        return dataDates.stream()
                .flatMap(kind -> kind.latest().of(company.id(), today).stream()
                        .map(day -> new Page.Freshness(
                                kind.textKey(),
                                day,
                                day.plusDays(kind.oldAfterDays()).isBefore(today))))
                .toList();
    }

    /// The company that the address names, in its path or as a parameter: a link to a customer works whatever is in
    /// view.
    private static @Nullable String named(HttpServletRequest request) {
        var path = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return path instanceof Map<?, ?> variables && variables.get("company") instanceof String code
                ? code
                : request.getParameter("company");
    }

    private static Page.Choice choice(Company company) {
        return new Page.Choice(company.code(), company.name(), company.currency());
    }
}
