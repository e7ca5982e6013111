package io.encours.correspondence;

import static encours.db.company.Tables.COMPANY_;
import static encours.db.correspondence.Tables.TEMPLATE;
import static encours.db.correspondence.Tables.TEMPLATE_VERSION;
import static encours.db.identity.Tables.APP_USER;

import io.encours.correspondence.Templates.Saved;
import io.encours.correspondence.Templates.Version;
import io.encours.platform.Scope;
import io.encours.strategy.Purpose;
import io.encours.strategy.Stage;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The SQL of templates.
@Component
class TemplateStore {

    private final DSLContext db;
    private final Clock clock;

    TemplateStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// Of the company and of all companies; retired ones too.
    List<Template> usableBy(@Nullable Long companyId) {
        return fetch(TEMPLATE.COMPANY_ID.isNull().or(TEMPLATE.COMPANY_ID.eq(companyId)));
    }

    List<Template> within(Scope scope) {
        return fetch(TEMPLATE.COMPANY_ID.isNull().or(TEMPLATE.COMPANY_ID.in(scope.companies())));
    }

    Optional<Template> find(String code, @Nullable Long companyId, String language) {
        return fetch(TEMPLATE.CODE
                        .eq(code)
                        .and(TEMPLATE.COMPANY_ID.isNotDistinctFrom(companyId))
                        .and(TEMPLATE.LANGUAGE.eq(language)))
                .stream()
                .findFirst();
    }

    /// Of any company and language: a code means one channel.
    Optional<Channel> channelOf(String code) {
        return db.select(TEMPLATE.CHANNEL)
                .from(TEMPLATE)
                .where(TEMPLATE.CODE.eq(code))
                .limit(1)
                .fetchOptional(row -> Channel.valueOf(row.value1()));
    }

    /// One writer of a code at a time, also of one that is not there yet.
    void lock(String code) {
        db.execute("select pg_advisory_xact_lock(hashtextextended('template ' || ?, 0))", code);
    }

    /// Writes a template and keeps it as its next version.
    ///
    /// @param template its version is not looked at
    void write(Template template, @Nullable Long companyId, long userId, String comment) {
        var id = db.insertInto(TEMPLATE)
                .set(TEMPLATE.CODE, template.code())
                .set(TEMPLATE.COMPANY_ID, companyId)
                .set(TEMPLATE.LANGUAGE, template.language())
                .set(TEMPLATE.CHANNEL, template.channel().name())
                .set(TEMPLATE.PURPOSE, template.purpose().name())
                .set(TEMPLATE.STAGE, template.stage().name())
                .set(TEMPLATE.LEVEL, template.level())
                .set(TEMPLATE.LABEL, template.label())
                .set(TEMPLATE.SUBJECT, template.subject())
                .set(TEMPLATE.BODY, template.body())
                .set(TEMPLATE.RETIRED, template.retired())
                .onConflict(TEMPLATE.CODE, TEMPLATE.COMPANY_ID, TEMPLATE.LANGUAGE)
                .doUpdate()
                .setAllToExcluded()
                .set(TEMPLATE.VERSION, TEMPLATE.VERSION.plus(1))
                .returning(TEMPLATE.ID)
                .fetchSingle()
                .getId();
        db.execute("""
                insert into correspondence.template_version (
                    template_id, version, purpose, stage, level, label, subject, body, retired, saved_at, saved_by, comment)
                select id, version, purpose, stage, level, label, subject, body, retired, ?::timestamptz, ?::bigint, ?
                from correspondence.template where id = ?
                """, clock.instant().atOffset(ZoneOffset.UTC), userId, comment, id);
    }

    /// The latest first.
    List<Version> versions(Template template) {
        return db.select(TEMPLATE_VERSION.fields())
                .select(APP_USER.NAME)
                .from(TEMPLATE_VERSION)
                .leftJoin(APP_USER)
                .on(APP_USER.ID.eq(TEMPLATE_VERSION.SAVED_BY))
                .where(TEMPLATE_VERSION.TEMPLATE_ID.eq(template.id()))
                .orderBy(TEMPLATE_VERSION.VERSION.desc())
                .fetch(row -> new Version(
                        new Template(
                                template.id(),
                                template.code(),
                                template.company(),
                                template.language(),
                                template.channel(),
                                Purpose.valueOf(row.get(TEMPLATE_VERSION.PURPOSE)),
                                Stage.valueOf(row.get(TEMPLATE_VERSION.STAGE)),
                                row.get(TEMPLATE_VERSION.LEVEL),
                                row.get(TEMPLATE_VERSION.LABEL),
                                row.get(TEMPLATE_VERSION.SUBJECT),
                                row.get(TEMPLATE_VERSION.BODY),
                                row.get(TEMPLATE_VERSION.VERSION),
                                row.get(TEMPLATE_VERSION.RETIRED)),
                        saved(row)));
    }

    /// When each template was saved last, by id.
    Map<Long, Saved> latest(Collection<Long> templateIds) {
        var latest = new HashMap<Long, Saved>();
        db.select(TEMPLATE_VERSION.TEMPLATE_ID, TEMPLATE_VERSION.SAVED_AT, TEMPLATE_VERSION.COMMENT, APP_USER.NAME)
                .distinctOn(TEMPLATE_VERSION.TEMPLATE_ID)
                .from(TEMPLATE_VERSION)
                .leftJoin(APP_USER)
                .on(APP_USER.ID.eq(TEMPLATE_VERSION.SAVED_BY))
                .where(TEMPLATE_VERSION.TEMPLATE_ID.in(templateIds))
                .orderBy(TEMPLATE_VERSION.TEMPLATE_ID, TEMPLATE_VERSION.VERSION.desc())
                .forEach(row -> latest.put(row.value1(), saved(row)));
        return latest;
    }

    /// Labels of the strategies that name the template, of the company or, without one, of any.
    List<String> strategiesNaming(String code, @Nullable Long companyId) {
        return db.fetch("""
                select distinct s.label from strategy.strategy s
                join strategy.strategy_action a on a.strategy_id = s.id
                where a.template = ? and (?::bigint is null or s.company_id is null or s.company_id = ?)
                order by s.label
                """, code, companyId, companyId).map(row -> row.get(0, String.class));
    }

    private static Saved saved(Record row) {
        return new Saved(
                row.get(TEMPLATE_VERSION.SAVED_AT).toInstant(),
                Optional.ofNullable(row.get(APP_USER.NAME)),
                row.get(TEMPLATE_VERSION.COMMENT));
    }

    private List<Template> fetch(Condition condition) {
        return db.select(TEMPLATE.fields())
                .select(COMPANY_.CODE)
                .from(TEMPLATE)
                .leftJoin(COMPANY_)
                .on(COMPANY_.ID.eq(TEMPLATE.COMPANY_ID))
                .where(condition)
                .orderBy(TEMPLATE.CODE, TEMPLATE.LANGUAGE, TEMPLATE.COMPANY_ID)
                .fetch(row -> new Template(
                        row.get(TEMPLATE.ID),
                        row.get(TEMPLATE.CODE),
                        row.get(COMPANY_.CODE),
                        row.get(TEMPLATE.LANGUAGE),
                        Channel.valueOf(row.get(TEMPLATE.CHANNEL)),
                        Purpose.valueOf(row.get(TEMPLATE.PURPOSE)),
                        Stage.valueOf(row.get(TEMPLATE.STAGE)),
                        row.get(TEMPLATE.LEVEL),
                        row.get(TEMPLATE.LABEL),
                        row.get(TEMPLATE.SUBJECT),
                        row.get(TEMPLATE.BODY),
                        row.get(TEMPLATE.VERSION),
                        row.get(TEMPLATE.RETIRED)));
    }
}
