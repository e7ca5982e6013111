package io.encours.receivable.interest;

import static encours.db.receivable.Tables.CUSTOMER_BALANCE;
import static encours.db.receivable.Tables.INTEREST_CLAIM_DECISION;

import io.encours.identity.SignedIn;
import io.encours.platform.RowId;
import io.encours.receivable.interest.ClaimDecision.Kind;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// SQL of decisions about claims.
final class ClaimDecisionStore {

    /// A decision about to be made.
    record Draft(
            long companyId,
            RowId item,
            String document,
            LocalDate dueDate,
            Kind kind,
            Amounts amounts,
            String currency,
            LocalDate on,
            String reason,
            String reference,
            @Nullable Long reverses) {}

    private final DSLContext db;
    private final Clock clock;

    ClaimDecisionStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// One at a time decides about the claims of a customer.
    void lock(long customerId) {
        db.select(CUSTOMER_BALANCE.CUSTOMER_ID)
                .from(CUSTOMER_BALANCE)
                .where(CUSTOMER_BALANCE.CUSTOMER_ID.eq(customerId))
                .forUpdate()
                .fetch();
    }

    /// The first first.
    List<ClaimDecision> ofCustomer(long customerId, LocalDate asOf) {
        return of(INTEREST_CLAIM_DECISION.CUSTOMER_ID.eq(customerId), asOf).getOrDefault(customerId, List.of());
    }

    Map<Long, List<ClaimDecision>> ofCompany(long companyId, LocalDate asOf) {
        return of(INTEREST_CLAIM_DECISION.COMPANY_ID.eq(companyId), asOf);
    }

    Optional<ClaimDecision> find(RowId id) {
        return of(
                        INTEREST_CLAIM_DECISION
                                .CUSTOMER_ID
                                .eq(id.customer())
                                .and(INTEREST_CLAIM_DECISION.ID.eq(id.id())),
                        LocalDate.MAX)
                .getOrDefault(id.customer(), List.of())
                .stream()
                .findFirst();
    }

    boolean isReversed(RowId id) {
        return db.fetchExists(
                INTEREST_CLAIM_DECISION,
                INTEREST_CLAIM_DECISION.CUSTOMER_ID.eq(id.customer()),
                INTEREST_CLAIM_DECISION.REVERSES_ID.eq(id.id()));
    }

    void insert(Draft draft, SignedIn author) {
        db.insertInto(INTEREST_CLAIM_DECISION)
                .set(INTEREST_CLAIM_DECISION.CUSTOMER_ID, draft.item().customer())
                .set(INTEREST_CLAIM_DECISION.COMPANY_ID, draft.companyId())
                .set(INTEREST_CLAIM_DECISION.ITEM_ID, draft.item().id())
                .set(INTEREST_CLAIM_DECISION.DOCUMENT, draft.document())
                .set(INTEREST_CLAIM_DECISION.DUE_DATE, draft.dueDate())
                .set(INTEREST_CLAIM_DECISION.KIND, draft.kind().name())
                .set(INTEREST_CLAIM_DECISION.INTEREST, draft.amounts().interest())
                .set(INTEREST_CLAIM_DECISION.INDEMNITY, draft.amounts().indemnity())
                .set(INTEREST_CLAIM_DECISION.CURRENCY, draft.currency())
                .set(INTEREST_CLAIM_DECISION.DECIDED_ON, draft.on())
                .set(INTEREST_CLAIM_DECISION.RECORDED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(INTEREST_CLAIM_DECISION.AUTHOR_ID, author.id())
                .set(INTEREST_CLAIM_DECISION.AUTHOR_NAME, author.displayName())
                .set(INTEREST_CLAIM_DECISION.REASON, draft.reason())
                .set(INTEREST_CLAIM_DECISION.REFERENCE, draft.reference())
                .set(INTEREST_CLAIM_DECISION.REVERSES_ID, draft.reverses())
                .execute();
    }

    private Map<Long, List<ClaimDecision>> of(Condition which, LocalDate asOf) {
        var made = asOf.equals(LocalDate.MAX) ? which : which.and(INTEREST_CLAIM_DECISION.DECIDED_ON.le(asOf));
        return db.selectFrom(INTEREST_CLAIM_DECISION)
                .where(made)
                .orderBy(INTEREST_CLAIM_DECISION.CUSTOMER_ID, INTEREST_CLAIM_DECISION.ID)
                .fetchGroups(
                        row -> row.getCustomerId(),
                        row -> new ClaimDecision(
                                new RowId(row.getCustomerId(), row.getId()),
                                row.getItemId(),
                                row.getDocument(),
                                row.getDueDate(),
                                Kind.valueOf(row.getKind()),
                                new Amounts(row.getInterest(), row.getIndemnity()),
                                row.getCurrency(),
                                row.getDecidedOn(),
                                row.getRecordedAt(),
                                row.getAuthorName(),
                                row.getReason(),
                                row.getReference(),
                                row.getReversesId()));
    }
}
