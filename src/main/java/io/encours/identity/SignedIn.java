package io.encours.identity;

import java.io.Serializable;
import java.util.Locale;
import java.util.Set;
import org.springframework.security.core.AuthenticatedPrincipal;

/// The person behind a request, by session or by API token. A parameter of this type in a controller is filled in.
///
/// @param scopes of the API token, of `Tokens.SCOPES`; a session has all
public record SignedIn(
        long id,
        String login,
        String displayName,
        String language,
        Role role,
        CollectionsRole collectionsRole,
        Set<String> scopes)
        implements AuthenticatedPrincipal, Serializable {

    public static final Set<String> ALL_SCOPES = Set.copyOf(Tokens.SCOPES);

    @Override
    public String getName() {
        return login;
    }

    public Locale locale() {
        return Locale.forLanguageTag(language);
    }

    public boolean collects() {
        return collectionsRole != CollectionsRole.NONE;
    }

    public boolean administers() {
        return role == Role.ADMINISTRATOR;
    }

    /// The same person in another language.
    public SignedIn speaking(String otherLanguage) {
        return new SignedIn(id, login, displayName, otherLanguage, role, collectionsRole, scopes);
    }
}
