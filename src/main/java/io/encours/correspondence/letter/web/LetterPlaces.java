package io.encours.correspondence.letter.web;

import io.encours.platform.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What letters add to the frame.
@Configuration(proxyBeanMethods = false)
class LetterPlaces {

    @Bean
    NavigationEntry lettersPlace() {
        return new NavigationEntry(
                45, "correspondence.letters.title", "/letters", "letter", "l", NavigationEntry.SEES_CUSTOMERS);
    }
}
