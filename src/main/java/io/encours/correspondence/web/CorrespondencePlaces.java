package io.encours.correspondence.web;

import io.encours.platform.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What this module adds to the frame.
@Configuration(proxyBeanMethods = false)
class CorrespondencePlaces {

    @Bean
    NavigationEntry templatesPlace() {
        return new NavigationEntry(
                95, "correspondence.page.title", "/templates", "file", "m", NavigationEntry.SEES_CUSTOMERS);
    }
}
