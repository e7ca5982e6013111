package io.encours.identity;

import io.encours.platform.EncoursSettings;
import io.encours.platform.command.StartNotice;
import io.encours.platform.web.Texts;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Makes the first administrator when there is no user yet, with the password of `ENCOURS_ADMIN_PASSWORD` or a one-time
/// link that is printed; and makes `ENCOURS_API_TOKEN` a token of the administrator.
@Component
class FirstStart implements StartNotice, SmartInitializingSingleton {

    private static final String ADMINISTRATOR = "admin";

    private final Users users;
    private final Tokens tokens;
    private final EncoursSettings settings;
    private final OneTimeLinks links;
    private final Texts texts;

    FirstStart(Users users, Tokens tokens, EncoursSettings settings, OneTimeLinks links, Texts texts) {
        this.users = users;
        this.tokens = tokens;
        this.settings = settings;
        this.links = links;
        this.texts = texts;
    }

    /// Before the first request can come in, which may bring the token.
    @Override
    @Transactional
    public void afterSingletonsInstantiated() {
        if (users.all().isEmpty()) {
            users.create(new Users.Details(
                    ADMINISTRATOR,
                    "Administrateur",
                    null,
                    "fr",
                    Role.ADMINISTRATOR,
                    CollectionsRole.MANAGER,
                    settings.adminPassword()));
        }
        var token = settings.apiToken();
        if (token != null && !token.isBlank()) {
            users.administrator()
                    .ifPresent(user -> tokens.store(user.id(), "ENCOURS_API_TOKEN", token, SignedIn.ALL_SCOPES));
        }
    }

    /// Until the administrator has a password.
    @Override
    public List<String> lines(Locale locale) {
        return users.administrator()
                .filter(user -> users.passwordHash(user.login()).isEmpty())
                .map(user -> settings.address() + "/first-sign-in/" + links.create(user.id()))
                .map(link -> List.of(texts.text(locale, "identity.start.link", link)))
                .orElse(List.of());
    }
}
