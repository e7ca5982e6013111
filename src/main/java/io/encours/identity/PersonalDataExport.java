package io.encours.identity;

import static encours.db.identity.Tables.API_TOKEN;
import static encours.db.identity.Tables.APP_USER;
import static encours.db.identity.Tables.AUDIT_ENTRY;
import static encours.db.identity.Tables.PASSKEY;

import io.encours.platform.PersonalData;
import io.encours.platform.PersonalData.Subject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Everything that is kept about one person, in one document (Q4; GDPR art. 15 and 20). Secrets are not: no password,
/// no
/// key.
@Service
public class PersonalDataExport {

    /// @param subject as the outside names it
    /// @param parts by name, each with its rows
    public record Document(String subject, Instant madeAt, Map<String, List<Map<String, Object>>> parts) {}

    private final List<PersonalData> sources;
    private final Audit audit;
    private final Clock clock;

    PersonalDataExport(List<PersonalData> sources, Audit audit, Clock clock) {
        this.sources = sources;
        this.audit = audit;
        this.clock = clock;
    }

    /// @param name of the subject, for the document
    @Transactional
    public Document of(SignedIn user, Subject subject, String name) {
        var parts = new LinkedHashMap<String, List<Map<String, Object>>>();
        sources.forEach(source -> {
            var rows = source.read().apply(subject);
            if (!rows.isEmpty()) {
                parts.put(source.name(), rows);
            }
        });
        var at = clock.instant();
        audit.record(
                user,
                AuditKind.RETENTION,
                "personal-data",
                name,
                Map.of(),
                Map.of("exported", name, "at", at.toString()));
        return new Document(name, at, parts);
    }

    /// What this module keeps.
    @Configuration(proxyBeanMethods = false)
    static class Sources {

        @Bean
        PersonalData userData(DSLContext db) {
            return PersonalData.ofUsers(
                    "user",
                    id -> db.select(
                                    APP_USER.LOGIN,
                                    APP_USER.NAME,
                                    APP_USER.EMAIL,
                                    APP_USER.LANGUAGE,
                                    APP_USER.ROLE,
                                    APP_USER.LAST_SIGN_IN_AT)
                            .from(APP_USER)
                            .where(APP_USER.ID.eq(id))
                            .fetchMaps());
        }

        @Bean
        PersonalData tokenData(DSLContext db) {
            return PersonalData.ofUsers(
                    "tokens",
                    id -> db.select(API_TOKEN.LABEL, API_TOKEN.CREATED_AT, API_TOKEN.EXPIRES_AT, API_TOKEN.LAST_USED_AT)
                            .from(API_TOKEN)
                            .where(API_TOKEN.USER_ID.eq(id))
                            .fetchMaps());
        }

        @Bean
        PersonalData passkeyData(DSLContext db) {
            return PersonalData.ofUsers(
                    "passkeys",
                    id -> db.select(PASSKEY.NAME, PASSKEY.CREATED_AT, PASSKEY.LAST_USED_AT)
                            .from(PASSKEY)
                            .where(PASSKEY.USER_ID.eq(id))
                            .fetchMaps());
        }

        /// What the person did; what others did to the account is theirs.
        @Bean
        PersonalData trailData(DSLContext db) {
            return PersonalData.ofUsers(
                    "actions",
                    id -> db.select(AUDIT_ENTRY.RECORDED_AT, AUDIT_ENTRY.KIND, AUDIT_ENTRY.SUBJECT, AUDIT_ENTRY.LABEL)
                            .from(AUDIT_ENTRY)
                            .where(AUDIT_ENTRY.AUTHOR_ID.eq(id))
                            .orderBy(AUDIT_ENTRY.ID)
                            .fetchMaps());
        }
    }
}
