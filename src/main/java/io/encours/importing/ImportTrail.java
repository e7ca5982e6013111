package io.encours.importing;

import static encours.db.company.Tables.COMPANY_;
import static encours.db.importing.Tables.IMPORT_OUTCOME;
import static encours.db.importing.Tables.IMPORT_RUN;

import io.encours.identity.Audit;
import io.encours.identity.AuditKind;
import io.encours.identity.SignedIn;
import io.encours.identity.Users;
import java.util.HashMap;
import java.util.Locale;
import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The entry of a finished run in the audit trail: one a run, with its counts, however many lines it had.
@Component
class ImportTrail {

    private final DSLContext db;
    private final Users users;
    private final Audit audit;

    ImportTrail(DSLContext db, Users users, Audit audit) {
        this.db = db;
        this.users = users;
        this.audit = audit;
    }

    @Transactional
    public void ended(long id) {
        var run = db.select(IMPORT_RUN.fields())
                .select(COMPANY_.CODE)
                .from(IMPORT_RUN)
                .join(COMPANY_)
                .on(COMPANY_.ID.eq(IMPORT_RUN.COMPANY_ID))
                .where(IMPORT_RUN.ID.eq(id))
                .fetchSingle();
        if (run.get(IMPORT_RUN.OF_DRAFT)) {
            return; // somebody is still looking
        }
        var facts = new HashMap<String, Object>();
        facts.put("company", run.get(COMPANY_.CODE));
        facts.put("file", run.get(IMPORT_RUN.FILE_NAME));
        facts.put("status", run.get(IMPORT_RUN.STATUS));
        facts.put("dryRun", run.get(IMPORT_RUN.DRY_RUN));
        facts.put("kind", Objects.requireNonNullElse(run.get(IMPORT_RUN.KIND), ""));
        facts.put("refusal", Objects.requireNonNullElse(run.get(IMPORT_RUN.REFUSAL), ""));
        facts.put("read", Objects.requireNonNullElse(run.get(IMPORT_RUN.READ_LINES), 0));
        db.select(IMPORT_OUTCOME.OUTCOME, IMPORT_OUTCOME.LINES)
                .from(IMPORT_OUTCOME)
                .where(IMPORT_OUTCOME.IMPORT_ID.eq(id))
                .forEach(row -> facts.put(row.value1().toLowerCase(Locale.ROOT), row.value2()));
        facts.values().removeIf(""::equals);
        var startedBy = run.get(IMPORT_RUN.STARTED_BY);
        var author = startedBy == null
                ? null
                : users.byId(startedBy)
                        .map(user -> user.signedIn(SignedIn.ALL_SCOPES))
                        .orElse(null);
        audit.record(author, AuditKind.IMPORT, String.valueOf(id), run.get(IMPORT_RUN.FILE_NAME), null, facts);
    }
}
