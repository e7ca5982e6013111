package io.encours.overview.api;

import io.encours.correspondence.contact.ContactMark;
import io.encours.correspondence.contact.ContactMarks;
import io.encours.customer.Customers;
import io.encours.identity.SignedIn;
import io.encours.platform.Scope;
import io.encours.worklist.Calls;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// How calls ended, and which numbers and addresses should not be used.
@RestController
@RequestMapping("/api/v1/customers/{company}/{code}")
class CallResource {

    record Call(@Nullable String outcome, @Nullable String comment) {}

    record Recorded(String event) {}

    record MarkAnswer(
            ContactMark.Kind kind,
            String address,
            ContactMark.Reason reason,
            String detail,
            Instant since,
            String author) {}

    record MarkList(List<MarkAnswer> items) {}

    private final Calls calls;
    private final ContactMarks marks;
    private final Customers customers;

    CallResource(Calls calls, ContactMarks marks, Customers customers) {
        this.calls = calls;
        this.marks = marks;
        this.customers = customers;
    }

    @PostMapping("/calls")
    @ResponseStatus(HttpStatus.CREATED)
    Recorded record(
            @PathVariable String company,
            @PathVariable String code,
            @RequestBody Call call,
            SignedIn user,
            Scope scope) {
        return new Recorded(calls.record(user, scope, company, code, call.outcome(), call.comment())
                .id()
                .toString());
    }

    @GetMapping("/contact-marks")
    MarkList marks(@PathVariable String company, @PathVariable String code, Scope scope) {
        return new MarkList(marks.of(customers.get(scope, company, code)).stream()
                .map(mark -> new MarkAnswer(
                        mark.kind(), mark.address(), mark.reason(), mark.detail(), mark.since(), mark.author()))
                .toList());
    }

    /// The number or address may be used again.
    @DeleteMapping("/contact-marks/{reason}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void restore(
            @PathVariable String company,
            @PathVariable String code,
            @PathVariable String reason,
            @RequestParam String address,
            SignedIn user,
            Scope scope) {
        marks.lift(user, scope, company, code, address, reason.toUpperCase(Locale.ROOT));
    }
}
