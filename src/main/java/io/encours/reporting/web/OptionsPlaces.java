package io.encours.reporting.web;

import io.encours.platform.web.SubEntry;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where the settings of the figures stand.
@Configuration(proxyBeanMethods = false)
class OptionsPlaces {

    @Bean
    SubEntry advancedOptionsPlace() {
        return new SubEntry(
                55,
                "/administration",
                "reporting.options.title",
                "/administration/advanced-options",
                Set.of("ROLE_ADMINISTRATOR"));
    }
}
