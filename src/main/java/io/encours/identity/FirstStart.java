package io.encours.identity;

import static encours.db.identity.Tables.ONE_TIME_LINK;

import io.encours.platform.EncoursSettings;
import io.encours.platform.command.StartNotice;
import io.encours.platform.web.Texts;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Makes the first administrator when there is no user yet, with the password of `ENCOURS_ADMIN_PASSWORD` or a one-time
/// link that is printed; and makes `ENCOURS_API_TOKEN` a token of the administrator.
@Component
class FirstStart implements StartNotice {

    private static final String ADMINISTRATOR = "admin";
    private static final Duration VALID = Duration.ofDays(3);

    private final Users users;
    private final EncoursSettings settings;
    private final DSLContext db;
    private final Clock clock;
    private final Texts texts;
    private volatile @Nullable String link;

    FirstStart(Users users, EncoursSettings settings, DSLContext db, Clock clock, Texts texts) {
        this.users = users;
        this.settings = settings;
        this.db = db;
        this.clock = clock;
        this.texts = texts;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(0)
    @Transactional
    void prepare() {
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
                link = settings.address() + "/first-sign-in/" + link(administrator.id());
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
        return once == null ? List.of() : List.of(texts.text(locale, "identity.start.link", once));
    }

    private String link(long userId) {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        var value = HexFormat.of().formatHex(bytes);
        db.insertInto(ONE_TIME_LINK)
                .set(ONE_TIME_LINK.TOKEN_HASH, Users.hash(value))
                .set(ONE_TIME_LINK.USER_ID, userId)
                .set(ONE_TIME_LINK.EXPIRES_AT, clock.instant().plus(VALID).atOffset(ZoneOffset.UTC))
                .execute();
        return value;
    }
}
