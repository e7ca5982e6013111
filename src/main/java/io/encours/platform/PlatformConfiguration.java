package io.encours.platform;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Public for the commands that do without the application.
@Configuration(proxyBeanMethods = false)
public class PlatformConfiguration {

    /// Ticking, for instants: sessions, audit, scheduling. Business dates come from `BusinessDate`.
    @Bean
    public static Clock clock() {
        return Clock.systemUTC();
    }
}
