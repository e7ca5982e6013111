package io.encours.identity;

import encours.db.identity.tables.records.AuditEntryRecord;
import io.encours.identity.Verification.Broken;
import io.encours.identity.Verification.Fault;
import io.encours.identity.Verification.Head;
import io.encours.identity.Verification.Intact;
import io.encours.platform.Cursor;
import io.encours.platform.Paging;
import io.encours.platform.Slice;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The audit trail: every change with who, when, what, before and after (Q3). Written in the transaction of the change,
/// chained by hash, never edited (decision 0007).
@Service
public class Audit {

    private static final String NOBODY = "";
    private static final String ENCOURS = "Encours";

    private final AuditStore store;
    private final AuditChain chain;
    private final Clock clock;

    Audit(AuditStore store, AuditChain chain, Clock clock) {
        this.store = store;
        this.chain = chain;
        this.clock = clock;
    }

    /// Records a change made by whoever is signed in, else by Encours itself.
    ///
    /// @param subject what was changed, as the outside names it: a login, a code, an id
    /// @param before a record or a map, without secrets; null: the thing was not there
    /// @param after the same; null: it is gone. Only fields that differ are kept; when none does, nothing is
    ///     recorded
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(AuditKind kind, String subject, String label, @Nullable Object before, @Nullable Object after) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        var author = authentication != null && authentication.getPrincipal() instanceof SignedIn user ? user : null;
        record(author, kind, subject, label, before, after);
    }

    /// The same, where the author is not the one who is signed in, such as in the background.
    ///
    /// @param author null: Encours itself
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(
            @Nullable SignedIn author,
            AuditKind kind,
            String subject,
            String label,
            @Nullable Object before,
            @Nullable Object after) {
        var difference = Difference.between(before, after);
        if (difference.isEmpty()) {
            return;
        }
        var entry = new AuditEntryRecord();
        entry.setRecordedAt(clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
        if (author != null) {
            entry.setAuthorId(author.id());
        }
        entry.setAuthorLogin(author == null ? NOBODY : author.login());
        entry.setAuthorName(author == null ? ENCOURS : author.displayName());
        entry.setKind(kind.name());
        entry.setSubject(subject);
        entry.setLabel(label);
        entry.setBefore(difference.before());
        entry.setAfter(difference.after());
        store.insert(entry);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                chain.wake();
            }
        });
    }

    /// The latest first.
    public Slice<AuditEntry> list(AuditFilter filter, Paging paging) {
        var after = paging.cursor() == null ? null : Cursor.parse(paging.cursor(), 1);
        return paging.slice(store.list(filter, after, paging.size() + 1), entry -> Cursor.after(entry.id()));
    }

    /// Seals what is waiting and reads the chain from its beginning.
    public Verification verify() {
        chain.seal();
        return chain.verify();
    }

    /// The same, and the chain still leads over a head that was noted earlier: nothing was cut off its end.
    public Verification verify(Head noted) {
        var found = verify();
        var same = noted.position() == 0
                || store.sealedAfter(noted.position() - 1, 1).stream()
                        .anyMatch(entry -> entry.getPosition() == noted.position()
                                && noted.hash().equals(entry.getHash()));
        return switch (found) {
            case Broken broken -> broken;
            case Intact intact -> same ? intact : new Broken(noted.position(), Fault.OTHER_HEAD);
        };
    }
}
