package io.encours.identity;

import static encours.db.identity.Tables.ONE_TIME_LINK;

import io.encours.platform.EncoursSettings;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Makes the first administrator when there is no user yet, with the password of `ENCOURS_ADMIN_PASSWORD` or a one-time
/// link that is printed; and makes `ENCOURS_API_TOKEN` a token of the administrator.
@Component
class FirstStart {

    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);
    private static final String ADMINISTRATOR = "admin";
    private static final Duration VALID = Duration.ofDays(3);

    private final Users users;
    private final EncoursSettings settings;
    private final DSLContext db;
    private final Clock clock;

    FirstStart(Users users, EncoursSettings settings, DSLContext db, Clock clock) {
        this.users = users;
        this.settings = settings;
        this.db = db;
        this.clock = clock;
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
                LOG.info(
                        "First sign-in, once, within three days: {}/first-sign-in/{}",
                        settings.address(),
                        link(administrator.id()));
            }
        }
        var token = settings.apiToken();
        if (token != null && !token.isBlank()) {
            users.all().stream()
                    .filter(user -> user.role() == Role.ADMINISTRATOR && user.active())
                    .findFirst()
                    .ifPresent(user -> users.storeToken(user.id(), "ENCOURS_API_TOKEN", token, SignedIn.ALL_SCOPES));
        }
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
