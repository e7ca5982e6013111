package io.encours.platform.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A place in the left navigation, contributed as a bean by the module it belongs to.
///
/// @param order ascending; the order of UI.md in steps of ten: home 10, supervisor 20, customers 30 …
/// @param textKey message key of its name
/// @param path of the page; the entry is current for everything below it
/// @param icon name of a symbol in `assets/icons.svg`
/// @param shortcut letter that goes there after `g`; null: none
/// @param authorities one of these opens it; empty: everyone signed in
public record NavigationEntry(
        int order,
        String textKey,
        String path,
        String icon,
        @Nullable String shortcut,
        Set<String> authorities) {

    /// Who sees customers at all (the matrix of `company.Scopes`).
    public static final Set<String> SEES_CUSTOMERS =
            Set.of("COLLECTS", "ROLE_ADMINISTRATOR", "ROLE_CREDIT_MANAGER", "ROLE_ACCOUNTANT", "ROLE_EXECUTIVE");
}
