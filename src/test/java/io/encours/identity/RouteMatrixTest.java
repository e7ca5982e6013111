package io.encours.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.company.Company;
import io.encours.company.Scopes;
import io.encours.platform.Scope.Portfolio;
import io.encours.testing.Fixtures;
import io.encours.testing.IntegrationTest;
import io.encours.testing.Routes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Holds the application to docs/who-sees-what.md, table by table.
@IntegrationTest
@DisplayName("K2, S2 who sees what, as published")
class RouteMatrixTest {

    private static final Path MATRIX = Path.of("docs", "who-sees-what.md");
    private static final String NOBODY = "without sign-in";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private WebInvocationPrivilegeEvaluator door;

    @Autowired
    private Scopes scopes;

    @Autowired
    private Fixtures fixtures;

    private Company company;

    @BeforeEach
    void prepare() {
        company = fixtures.aCompany();
    }

    @Test
    void every_route_is_published() throws IOException {
        assertThat(new TreeSet<>(Routes.of(mappings)))
                .isEqualTo(new TreeSet<>(table("route").keySet()));
    }

    @Test
    void every_route_is_open_to_its_circle_and_to_nobody_else() throws IOException {
        var circles = table("circle");
        var surprises = new ArrayList<String>();
        table("route").forEach((route, cells) -> {
            var circle = circles.get(cells.get("circle"));
            assertThat(circle).as("circle of %s", route).isNotNull();
            for (var role : Role.values()) {
                for (var collections : CollectionsRole.values()) {
                    var expected = switch (circle.get(role.name())) {
                        case "yes" -> true;
                        case "collections" -> collections != CollectionsRole.NONE;
                        case "managers" -> collections == CollectionsRole.MANAGER;
                        default -> false;
                    };
                    note(
                            surprises,
                            route,
                            role + "/" + collections,
                            expected,
                            signedIn(role, collections, SignedIn.ALL_SCOPES));
                }
            }
            note(surprises, route, NOBODY, circle.get(NOBODY).equals("yes"), anonymous());
        });

        assertThat(surprises).isEmpty();
    }

    @Test
    void a_token_that_only_reads_opens_no_route_that_writes() throws IOException {
        var open = new ArrayList<String>();
        for (var route : table("route").entrySet()) {
            var reads = route.getKey().startsWith("GET ");
            var forAll = route.getValue().get("circle").equals("everyone");
            var own = route.getValue().get("circle").equals("own");
            var reader = signedIn(Role.ADMINISTRATOR, CollectionsRole.MANAGER, java.util.Set.of("read"));
            if (!reads && !forAll && !own && isOpen(route.getKey(), reader)) {
                open.add(route.getKey());
            }
        }

        assertThat(open).isEmpty();
    }

    @Test
    void a_token_without_the_scope_admin_opens_no_route_of_administration() throws IOException {
        var administrator = signedIn(Role.ADMINISTRATOR, CollectionsRole.MANAGER, java.util.Set.of("read", "write"));

        assertThat(table("route").entrySet())
                .filteredOn(route -> route.getValue().get("circle").equals("administration"))
                .isNotEmpty()
                .allSatisfy(route -> assertThat(isOpen(route.getKey(), administrator))
                        .as(route.getKey())
                        .isFalse());
    }

    @Test
    void a_token_that_may_administer_or_write_may_also_read() throws IOException {
        for (var scope : List.of("admin", "write", "read")) {
            var user = signedIn(Role.ADMINISTRATOR, CollectionsRole.MANAGER, java.util.Set.of(scope));

            assertThat(isOpen("GET /api/v1/customers", user)).as(scope).isTrue();
            assertThat(isOpen("POST /api/v1/planning-runs", user)).as(scope).isEqualTo(!scope.equals("read"));
        }
    }

    @Test
    void each_role_sees_the_customers_published() throws IOException {
        table("role").forEach((role, cells) -> {
            for (var collections : CollectionsRole.values()) {
                var published = cells.get(
                        collections == CollectionsRole.NONE
                                ? "role in collections: none"
                                : collections.name().toLowerCase(java.util.Locale.ROOT));
                var user = fixtures.aUser(Role.valueOf(role), collections, company);
                var portfolio = switch (published) {
                    case "all" -> Portfolio.EVERYONE;
                    case "own" -> Portfolio.OWN;
                    default -> Portfolio.NOBODY;
                };
                assertThat(scopes.of(user).portfolio())
                        .as("%s %s", role, collections)
                        .isEqualTo(portfolio);
            }
        });
        assertThat(table("role").keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Role.values()).map(Role::name).toList());
    }

    private void note(
            List<String> surprises, String route, String who, boolean expected, Authentication authentication) {
        if (isOpen(route, authentication) != expected) {
            surprises.add(route + " for " + who + ": " + (expected ? "should be open" : "should be closed"));
        }
    }

    private boolean isOpen(String route, Authentication authentication) {
        var space = route.indexOf(' ');
        var path = route.substring(space + 1).replaceAll("\\{[^}]*}", "x");
        return door.isAllowed("", path, route.substring(0, space), authentication);
    }

    private static Authentication signedIn(Role role, CollectionsRole collections, java.util.Set<String> tokenScopes) {
        var user = new SignedIn(1, "somebody", "Somebody", "fr", role, collections, tokenScopes);
        return new UsernamePasswordAuthenticationToken(user, null, SecurityConfiguration.authorities(user));
    }

    private static Authentication anonymous() {
        return new AnonymousAuthenticationToken("key", "nobody", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));
    }

    /// The rows of the table whose first column has this name, by their first cell.
    private static Map<String, Map<String, String>> table(String firstColumn) throws IOException {
        var rows = new LinkedHashMap<String, Map<String, String>>();
        List<String> head = null;
        for (var line : Files.readAllLines(MATRIX)) {
            if (!line.startsWith("|")) {
                head = null;
                continue;
            }
            var cells = Arrays.stream(line.substring(1).split("\\|", -1))
                    .map(cell -> cell.strip().replace("`", ""))
                    .toList();
            if (head == null) {
                head = cells;
            } else if (head.getFirst().equals(firstColumn) && !cells.getFirst().startsWith("---")) {
                var row = new LinkedHashMap<String, String>();
                for (var index = 1; index < Math.min(head.size(), cells.size()); index++) {
                    row.put(head.get(index), cells.get(index));
                }
                rows.put(cells.getFirst(), row);
            }
        }
        return rows;
    }
}
