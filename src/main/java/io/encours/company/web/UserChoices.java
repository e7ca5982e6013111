package io.encours.company.web;

import io.encours.identity.CollectionsRole;
import io.encours.identity.Role;
import io.encours.platform.web.Option;
import io.encours.platform.web.Page;
import java.util.Arrays;
import java.util.List;

/// The choices in the form of a user, in words.
public record UserChoices(List<Option> languages, List<Option> roles, List<Option> collectionsRoles) {

    static UserChoices of(Page page) {
        return new UserChoices(languages(page), named(Role.values(), page), named(CollectionsRole.values(), page));
    }

    static List<Option> languages(Page page) {
        return List.of(
                new Option("fr", page.t("platform.language.fr")), new Option("en", page.t("platform.language.en")));
    }

    private static List<Option> named(Enum<?>[] values, Page page) {
        return Arrays.stream(values)
                .map(value -> new Option(value.name(), page.t("identity.word." + value.name())))
                .toList();
    }
}
