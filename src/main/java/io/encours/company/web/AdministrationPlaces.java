package io.encours.company.web;

import io.encours.platform.Problem;
import io.encours.platform.web.NavigationEntry;
import io.encours.platform.web.Page;
import io.encours.platform.web.SubEntry;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The section *Administration*; modules add their pages to it.
@Configuration(proxyBeanMethods = false)
class AdministrationPlaces {

    private static final String PATH = "/administration";

    @Bean
    NavigationEntry administrationPlace() {
        return new NavigationEntry(
                120,
                "company.administration.title",
                PATH,
                "administration",
                "a",
                Set.of("ROLE_ADMINISTRATOR", "MANAGES"));
    }

    @Bean
    SubEntry usersPlace() {
        return new SubEntry(10, PATH, "company.users.title", PATH + "/users", Set.of("ROLE_ADMINISTRATOR"));
    }

    @Bean
    SubEntry absencesPlace() {
        return new SubEntry(
                30, PATH, "company.absences.title", PATH + "/absences", Set.of("ROLE_ADMINISTRATOR", "MANAGES"));
    }

    @Bean
    SubEntry companiesPlace() {
        return new SubEntry(40, PATH, "company.companies.title", PATH + "/companies", Set.of("ROLE_ADMINISTRATOR"));
    }

    /// The section opens at the first of its pages that the user may open.
    @Controller
    static class Entrance {

        @GetMapping(PATH)
        String enter(Page page) {
            return page.inside().stream()
                    .findFirst()
                    .map(place -> "redirect:" + place.path())
                    .orElseThrow(() -> Problem.forbidden("platform.problem.forbidden"));
        }
    }
}
