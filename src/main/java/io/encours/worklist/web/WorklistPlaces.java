package io.encours.worklist.web;

import io.encours.platform.web.NavigationEntry;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What this module adds to the frame.
@Configuration(proxyBeanMethods = false)
class WorklistPlaces {

    @Bean
    NavigationEntry supervisorPlace() {
        return new NavigationEntry(20, "worklist.page.title", "/supervisor", "supervisor", "s", Set.of("COLLECTS"));
    }
}
