package io.encours.reporting.web;

import io.encours.platform.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What this module adds to the frame.
@Configuration(proxyBeanMethods = false)
class ReportPlaces {

    @Bean
    NavigationEntry reportsPlace() {
        return new NavigationEntry(
                80, "reporting.page.title", "/reports", "reports", "r", NavigationEntry.SEES_CUSTOMERS);
    }
}
