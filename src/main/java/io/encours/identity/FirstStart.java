package io.encours.identity;

import io.encours.platform.EncoursSettings;
import io.encours.platform.command.StartNotice;
import io.encours.platform.web.Texts;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Makes the first administrator when there is no user yet, with the password of `ENCOURS_ADMIN_PASSWORD` or a one-time
/// link that is printed; and makes `ENCOURS_API_TOKEN` a token of the administrator.
@Component
class FirstStart implements StartNotice, SmartInitializingSingleton {

    private static final String ADMINISTRATOR = "admin";

    private final Users users;
    private final EncoursSettings settings;
    private final OneTimeLinks links;
    private final Texts texts;
    private volatile @Nullable String link;

    FirstStart(Users users, EncoursSettings settings, OneTimeLinks links, Texts texts) {
        this.users = users;
        this.settings = settings;
        this.links = links;
        this.texts = texts;
    }

    /// Before the first request can come in, which may bring the token.
    @Override
    @Transactional
    public void afterSingletonsInstantiated() {
        var first = users.all().isEmpty();
        if (first) {
            var administrator = users.create(new Users.Details(
                    ADMINISTRATOR,
                    "Administrateur",
                    null,
                    "fr",
                    Role.ADMINISTRATOR,
                    CollectionsRole.MANAGER,
                    settings.adminPassword()));
            if (settings.adminPassword() == null) {
                link = settings.address() + "/first-sign-in/" + links.create(administrator.id());
            }
        }
        var token = settings.apiToken();
        if (token != null && !token.isBlank()) {
            users.administrator()
                    .ifPresent(user -> users.storeToken(user.id(), "ENCOURS_API_TOKEN", token, SignedIn.ALL_SCOPES));
        }
    }

    @Override
    public List<String> lines(Locale locale) {
        var once = link;
        return once == null || users.passwordHash(ADMINISTRATOR).isPresent()
                ? List.of()
                : List.of(texts.text(locale, "identity.start.link", once));
    }
}
