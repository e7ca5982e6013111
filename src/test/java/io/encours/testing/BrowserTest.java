package io.encours.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// A test in a real Chromium on the whole application (`IntegrationTest`). Test methods take a `Browser`: a window of
/// their own, closed after the test. A failed test leaves a picture in `target/screenshots`.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@IntegrationTest
@ExtendWith(BrowserExtension.class)
public @interface BrowserTest {}
