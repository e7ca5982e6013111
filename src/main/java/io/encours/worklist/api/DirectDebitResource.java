package io.encours.worklist.api;

import io.encours.identity.SignedIn;
import io.encours.platform.Money;
import io.encours.platform.Problem;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.receivable.Item;
import io.encours.worklist.DirectDebits;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// What became of the direct debit of an item.
@RestController
class DirectDebitResource {

    private final DirectDebits debits;

    DirectDebitResource(DirectDebits debits) {
        this.debits = debits;
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
        return Answer.of(
                debit.rejected() == null
                        ? debits.present(user, scope, item(id), debit.presented(), null)
                        : debits.reject(user, scope, item(id), debit.rejected(), debit.reason(), null));
    }

    /// Takes back what was said last.
    @DeleteMapping("/api/v1/items/{id}/direct-debit")
    Answer withdraw(Scope scope, SignedIn user, @PathVariable String id) {
        return Answer.of(debits.withdraw(user, scope, item(id), null));
    }

    private static RowId item(String id) {
        return RowId.parse(id).orElseThrow(() -> Problem.notFound("receivable.problem.unknownItem"));
    }
}
