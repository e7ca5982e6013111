package io.encours.identity;

import static encours.db.identity.Tables.AUDIT_ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.encours.identity.AuditEntry.Act;
import io.encours.identity.AuditEntry.Field;
import io.encours.identity.Verification.Broken;
import io.encours.identity.Verification.Fault;
import io.encours.identity.Verification.Head;
import io.encours.identity.Verification.Intact;
import io.encours.platform.Paging;
import io.encours.testing.Fixtures;
import io.encours.testing.IntegrationTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@DisplayName("Q3 audit trail")
class AuditTest {

    @Autowired
    private Audit audit;

    @Autowired
    private Users users;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private DSLContext db;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void a_change_is_recorded_with_the_fields_that_changed() {
        var user = fixtures.anAgent(fixtures.aCompany());

        users.change(
                user.login(), new Users.Changes("Autre Nom", null, "fr", Role.ACCOUNTANT, CollectionsRole.AGENT, true));

        var entry = of(AuditKind.USER, user.login()).getFirst();
        assertThat(entry.act()).isEqualTo(Act.CHANGED);
        assertThat(entry.label()).isEqualTo("Autre Nom");
        assertThat(entry.fields())
                .containsExactlyInAnyOrder(
                        new Field("name", user.displayName(), "Autre Nom"),
                        new Field("email", user.login() + "@example.com", null),
                        new Field("role", "COLLECTOR", "ACCOUNTANT"));
    }

    @Test
    void no_password_and_no_token_is_in_it() {
        var user = fixtures.anAgent(fixtures.aCompany());
        var token = fixtures.tokenOf(user);
        users.setPassword(user.id(), "une phrase assez longue");

        assertThat(db.fetchCount(
                        AUDIT_ENTRY,
                        AUDIT_ENTRY.SUBJECT.eq(user.login()),
                        AUDIT_ENTRY
                                .AFTER
                                .contains(token)
                                .or(AUDIT_ENTRY.AFTER.contains("argon2"))
                                .or(AUDIT_ENTRY.AFTER.contains("phrase"))))
                .isZero();
        assertThat(of(AuditKind.TOKEN, user.login())).hasSize(1);
    }

    @Test
    void what_is_rolled_back_leaves_nothing() {
        var subject = fixtures.aCompany().code() + "-undone";

        transaction.executeWithoutResult(status -> {
            audit.record(AuditKind.SETTING, subject, "", null, Map.of("a", 1));
            status.setRollbackOnly();
        });

        assertThat(of(AuditKind.SETTING, subject)).isEmpty();
    }

    @Test
    void without_a_transaction_nothing_is_recorded() {
        assertThatThrownBy(() -> audit.record(AuditKind.SETTING, "x", "", null, Map.of("a", 1)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void a_change_of_nothing_is_no_change() {
        var subject = fixtures.aCompany().code() + "-same";

        record(subject, Map.of("a", List.of("x", "y")), Map.of("a", List.of("x", "y")));

        assertThat(of(AuditKind.SETTING, subject)).isEmpty();
    }

    @Test
    void lists_of_things_are_compared_by_their_codes() {
        var subject = fixtures.aCompany().code() + "-list";

        record(
                subject,
                Map.of("actions", List.of(Map.of("code", "CALL", "delay", 10))),
                Map.of("actions", List.of(Map.of("code", "MAIL", "delay", 2), Map.of("code", "CALL", "delay", 12))));

        assertThat(of(AuditKind.SETTING, subject).getFirst().fields())
                .containsExactlyInAnyOrder(
                        new Field("actions.CALL.delay", "10", "12"),
                        new Field("actions.MAIL.code", null, "MAIL"),
                        new Field("actions.MAIL.delay", null, "2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update identity.audit_entry set label = 'other'",
                "update identity.audit_entry set position = null, hash = null, previous_hash = null",
                "delete from identity.audit_entry",
                "truncate identity.audit_entry"
            })
    void it_cannot_be_edited(String statement) {
        record(fixtures.aCompany().code(), Map.of(), Map.of("a", 1));
        audit.verify();

        assertThatThrownBy(() -> db.execute(statement)).hasStackTraceContaining("The audit trail cannot be changed");
    }

    @Test
    void many_who_write_at_once_make_one_chain() throws Exception {
        var prefix = fixtures.aCompany().code() + "-many-";
        try (var people = Executors.newFixedThreadPool(8)) {
            for (var n = 0; n < 400; n++) {
                var subject = prefix + n;
                people.execute(() -> record(subject, null, Map.of("n", subject)));
            }
        }

        assertThat(audit.verify()).isInstanceOf(Intact.class);
        assertThat(db.fetchCount(AUDIT_ENTRY, AUDIT_ENTRY.SUBJECT.startsWith(prefix), AUDIT_ENTRY.POSITION.isNotNull()))
                .isEqualTo(400);
    }

    @Test
    void a_long_transaction_holds_nobody_up() throws Exception {
        var code = fixtures.aCompany().code();
        var written = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        try (var people = Executors.newSingleThreadExecutor()) {
            var slow = people.submit(() -> transaction.executeWithoutResult(status -> {
                audit.record(AuditKind.SETTING, code + "-slow", "", null, Map.of("n", 1));
                written.countDown();
                await(mayEnd);
            }));
            written.await();

            record(code + "-quick", null, Map.of("n", 2));
            var meanwhile = audit.verify();
            mayEnd.countDown();
            slow.get(10, TimeUnit.SECONDS);

            assertThat(meanwhile).isInstanceOf(Intact.class);
        }
        assertThat(audit.verify()).isInstanceOf(Intact.class);
        assertThat(of(AuditKind.SETTING, code + "-quick").getFirst().position())
                .isLessThan(of(AuditKind.SETTING, code + "-slow").getFirst().position());
    }

    @ParameterizedTest
    @ValueSource(strings = {"label = label || '!'", "author_name = 'Somebody Else'", "after = '{\"n\":\"9\"}'"})
    void what_a_superuser_changes_with_the_triggers_off_is_found(String assignment) {
        var subject = fixtures.aCompany().code() + "-tampered";
        record(subject, null, Map.of("n", "1"));
        record(subject + "-next", null, Map.of("n", "2"));
        audit.verify();
        var position = of(AuditKind.SETTING, subject).getFirst().position();
        var where = " where subject = '" + subject + "'";
        var kept = db.selectFrom(AUDIT_ENTRY)
                .where(AUDIT_ENTRY.SUBJECT.eq(subject))
                .fetchSingle();

        tamper("update identity.audit_entry set " + assignment + where);
        try {
            assertThat(audit.verify()).isEqualTo(new Broken(position, Fault.CHANGED));
        } finally {
            tamper("update identity.audit_entry set label = '%s', author_name = '%s', after = '%s'"
                            .formatted(kept.getLabel(), kept.getAuthorName(), kept.getAfter())
                    + where);
        }
        assertThat(audit.verify()).isInstanceOf(Intact.class);
    }

    @Test
    void what_a_superuser_takes_out_is_found_and_so_is_a_cut_off_end() {
        var subject = fixtures.aCompany().code() + "-gone";
        record(subject, null, Map.of("n", "1"));
        record(subject + "-last", null, Map.of("n", "2"));
        var head = ((Intact) audit.verify()).head();
        var gone = of(AuditKind.SETTING, subject).getFirst().position();
        db.execute("create table identity.kept_aside as select * from identity.audit_entry where position >= ?", gone);
        try {
            tamper("delete from identity.audit_entry where subject = '" + subject + "'");
            assertThat(audit.verify()).isEqualTo(new Broken(gone, Fault.MISSING));

            tamper("delete from identity.audit_entry where position >= " + gone);
            assertThat(audit.verify()).isEqualTo(new Intact(new Head(gone - 1, headBefore(gone))));
            assertThat(audit.verify(head)).isEqualTo(new Broken(head.position(), Fault.OTHER_HEAD));
        } finally {
            tamper("insert into identity.audit_entry select * from identity.kept_aside k where not exists"
                    + " (select from identity.audit_entry e where e.id = k.id)");
            db.execute("drop table identity.kept_aside");
        }
        assertThat(audit.verify(head)).isInstanceOf(Intact.class);
    }

    private String headBefore(long position) {
        return db.select(AUDIT_ENTRY.HASH)
                .from(AUDIT_ENTRY)
                .where(AUDIT_ENTRY.POSITION.eq(position - 1))
                .fetchSingle(AUDIT_ENTRY.HASH);
    }

    private void tamper(String statement) {
        transaction.executeWithoutResult(status -> {
            db.execute("set local session_replication_role = replica");
            db.execute(statement);
        });
    }

    private void record(String subject, Map<String, ?> before, Map<String, ?> after) {
        transaction.executeWithoutResult(status -> audit.record(AuditKind.SETTING, subject, "", before, after));
    }

    private List<AuditEntry> of(AuditKind kind, String subject) {
        return audit.list(new AuditFilter(null, kind, subject, null, null), new Paging(100, null))
                .items();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
