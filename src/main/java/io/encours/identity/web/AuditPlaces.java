package io.encours.identity.web;

import io.encours.platform.web.SubEntry;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What this module adds to the section *Administration*.
@Configuration(proxyBeanMethods = false)
class AuditPlaces {

    @Bean
    SubEntry auditPlace() {
        return new SubEntry(
                90, "/administration", "identity.audit.title", "/administration/audit", Set.of("ROLE_ADMINISTRATOR"));
    }
}
