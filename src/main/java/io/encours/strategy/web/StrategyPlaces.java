package io.encours.strategy.web;

import io.encours.platform.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What this module adds to the frame.
@Configuration(proxyBeanMethods = false)
class StrategyPlaces {

    @Bean
    NavigationEntry strategiesPlace() {
        return new NavigationEntry(
                90, "strategy.page.title", "/strategies", "strategy", "t", NavigationEntry.SEES_CUSTOMERS);
    }
}
