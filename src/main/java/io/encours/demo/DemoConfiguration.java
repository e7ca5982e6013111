package io.encours.demo;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The demonstration is there only when it was asked for.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "encours.demo", havingValue = "true")
@Import({Demo.class, DemoPeople.class, DemoStrategies.class, DemoFiles.class, DemoWork.class})
class DemoConfiguration {}
