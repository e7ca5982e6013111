package io.encours.importing.web;

import io.encours.platform.web.NavigationEntry;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What this module adds to the frame.
@Configuration(proxyBeanMethods = false)
class ImportPlaces {

    @Bean
    NavigationEntry importsPlace() {
        return new NavigationEntry(
                100,
                "importing.page.title",
                "/imports",
                "imports",
                "i",
                Set.of("ROLE_ADMINISTRATOR", "ROLE_CREDIT_MANAGER", "ROLE_ACCOUNTANT"));
    }
}
