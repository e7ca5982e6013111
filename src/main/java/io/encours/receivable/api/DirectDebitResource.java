package io.encours.receivable.api;

import io.encours.identity.SignedIn;
import io.encours.platform.BusinessDate;
import io.encours.platform.Money;
import io.encours.platform.Problem;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.receivable.Item;
import io.encours.receivable.Receivables;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// What became of the direct debit of an item.
@RestController
class DirectDebitResource {

    private final Receivables receivables;
    private final BusinessDate businessDate;

    DirectDebitResource(Receivables receivables, BusinessDate businessDate) {
        this.receivables = receivables;
        this.businessDate = businessDate;
    }

    /// Either the day it was handed to the bank, or the day it came back and why.
    record DirectDebit(
            @Nullable LocalDate presented,
            @Nullable LocalDate rejected,
            @Nullable String reason) {}

    /// The item after it.
    record Answer(
            String id,
            String company,
            String customer,
            String document,
            String kind,
            LocalDate documentDate,
            LocalDate dueDate,
            @Nullable String paymentMethod,
            String controlAccount,
            String original,
            String remaining,
            String currency,
            String state,
            String colour,
            @Nullable LocalDate presentedOn,
            @Nullable LocalDate rejectedOn,
            @Nullable String rejectionReason) {

        static Answer of(Item item) {
            return new Answer(
                    item.id().toString(),
                    item.company(),
                    item.customer(),
                    item.document(),
                    item.kind().name(),
                    item.documentDate(),
                    item.dueDate(),
                    item.paymentMethod(),
                    item.controlAccount(),
                    Money.of(item.original(), item.currency()).plain(),
                    Money.of(item.remaining(), item.currency()).plain(),
                    item.currency(),
                    item.state().name(),
                    item.colour().name(),
                    item.presentedOn(),
                    item.rejectedOn(),
                    item.rejectionReason());
        }
    }

    @PostMapping("/api/v1/items/{id}/direct-debit")
    Answer directDebit(Scope scope, SignedIn user, @PathVariable String id, @RequestBody DirectDebit debit) {
        mayWrite(user);
        var item = RowId.parse(id).orElseThrow(() -> Problem.notFound("receivable.problem.unknownItem"));
        var today = businessDate.today();
        if (debit.rejected() != null) {
            var reason = debit.reason() == null ? "" : debit.reason();
            return Answer.of(receivables.reject(scope, item, debit.rejected(), reason, today));
        }
        if (debit.presented() == null) {
            throw Problem.invalid("presented", "receivable.problem.noDate");
        }
        return Answer.of(receivables.present(scope, item, debit.presented(), today));
    }

    /// Who only reads or has no customers does not say what the bank did.
    private static void mayWrite(SignedIn user) {
        switch (user.role()) {
            case ADMINISTRATOR, CREDIT_MANAGER, COLLECTOR, ACCOUNTANT -> {}
            case SALES, ORDER_ADMINISTRATION, EXECUTIVE, GUEST -> throw Problem.forbidden("platform.problem.forbidden");
        }
    }
}
