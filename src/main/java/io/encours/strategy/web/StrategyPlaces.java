package io.encours.strategy.web;

import io.encours.platform.web.NavigationEntry;
import io.encours.platform.web.SubEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What this module adds to the frame.
@Configuration(proxyBeanMethods = false)
class StrategyPlaces {

    private static final String PATH = "/strategies";

    @Bean
    NavigationEntry strategiesPlace() {
        return new NavigationEntry(90, "strategy.page.title", PATH, "strategy", "t", NavigationEntry.SEES_CUSTOMERS);
    }

    @Bean
    SubEntry strategyListPlace() {
        return new SubEntry(10, PATH, "strategy.page.title", PATH, NavigationEntry.SEES_CUSTOMERS);
    }

    @Bean
    SubEntry assignmentRulesPlace() {
        return new SubEntry(20, PATH, "strategy.rules.title", "/strategies/rules", NavigationEntry.SEES_CUSTOMERS);
    }
}
