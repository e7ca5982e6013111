package io.encours.platform;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PlatformConfiguration {

    /// Ticking, for instants: sessions, audit, scheduling. Business dates come from `BusinessDate`.
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
