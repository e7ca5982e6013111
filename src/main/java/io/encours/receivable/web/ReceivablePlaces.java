package io.encours.receivable.web;

import io.encours.platform.web.NavigationEntry;
import io.encours.platform.web.SubEntry;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What this module adds to the frame.
@Configuration(proxyBeanMethods = false)
class ReceivablePlaces {

    private static final String ADMINISTRATION = "/administration";
    private static final Set<String> ADMINISTRATORS = Set.of("ROLE_ADMINISTRATOR");

    @Bean
    NavigationEntry penaltiesPlace() {
        return new NavigationEntry(
                45,
                "receivable.interest.title",
                "/interest",
                "coins",
                null,
                Set.of("MANAGES", "ROLE_ADMINISTRATOR", "ROLE_CREDIT_MANAGER", "ROLE_ACCOUNTANT"));
    }

    @Bean
    SubEntry interestTermsPlace() {
        return new SubEntry(
                50, ADMINISTRATION, "receivable.interest.terms", ADMINISTRATION + "/interest-terms", ADMINISTRATORS);
    }

    @Bean
    SubEntry interestRatesPlace() {
        return new SubEntry(
                51, ADMINISTRATION, "receivable.interest.rates", ADMINISTRATION + "/interest-rates", ADMINISTRATORS);
    }
}
