package io.encours.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/// A test on the whole application: real server, real database, one for all tests of a run. Tests keep apart by
/// making companies of their own (`Fixtures`). Today is Tuesday 24 November 2026 unless the test moves
/// `MovableDate`.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestSettings.class)
@Import({MovableDate.Bean.class, Fixtures.class, Unhurried.class})
public @interface IntegrationTest {}
