package io.encours.overview.web;

import io.encours.platform.web.DataDate;
import io.encours.platform.web.NavigationEntry;
import io.encours.platform.web.SubEntry;
import io.encours.receivable.Receivables;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What this module adds to the frame.
@Configuration(proxyBeanMethods = false)
class OverviewPlaces {

    /// Older than this the ledger is said to be late.
    private static final int OLD_AFTER_DAYS = 7;

    @Bean
    DataDate dateOfLedger(Receivables receivables) {
        return new DataDate(
                "overview.ledgerDate",
                OLD_AFTER_DAYS,
                (companyId, today) -> receivables.knownOn(companyId).map(day -> day.isAfter(today) ? today : day));
    }

    @Bean
    NavigationEntry homePlace() {
        return new NavigationEntry(10, "overview.home.title", "/", "home", "h", NavigationEntry.SEES_CUSTOMERS);
    }

    @Bean
    NavigationEntry customersPlace() {
        return new NavigationEntry(
                30, "overview.customers.title", "/customers", "customers", "c", NavigationEntry.SEES_CUSTOMERS);
    }

    @Bean
    SubEntry portfoliosPlace() {
        return new SubEntry(
                20,
                "/administration",
                "overview.portfolios.title",
                "/administration/portfolios",
                Set.of("ROLE_ADMINISTRATOR", "MANAGES"));
    }

    @Bean
    NavigationEntry itemsPlace() {
        return new NavigationEntry(40, "overview.items.title", "/items", "items", "f", NavigationEntry.SEES_CUSTOMERS);
    }
}
