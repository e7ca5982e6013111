package io.encours.correspondence.outbox.api;

import io.encours.correspondence.outbox.Message;
import io.encours.correspondence.outbox.MessageDecisions;
import io.encours.correspondence.outbox.MessageDraft;
import io.encours.correspondence.outbox.MessageQuery;
import io.encours.correspondence.outbox.Messages;
import io.encours.correspondence.outbox.Outbox;
import io.encours.correspondence.outbox.WritingDesk;
import io.encours.customer.Customers;
import io.encours.identity.SignedIn;
import io.encours.platform.Paging;
import io.encours.platform.Problem;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.platform.Slice;
import java.net.URI;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class MessageResource {

    /// A message with what it says, and how it went.
    ///
    /// @param text null: it was purged
    record Whole(
            MessageAnswer message,
            @Nullable String text,
            @Nullable String html,
            List<String> attachments,
            List<Message.Attempt> attempts) {}

    /// @param recipient null: the same
    record Resending(@Nullable String recipient) {}

    /// As it would go out.
    record Preview(String recipient, String language, String subject, String text, String html) {}

    private final Outbox outbox;
    private final MessageDecisions decisions;
    private final Messages messages;
    private final WritingDesk desk;
    private final Customers customers;

    MessageResource(
            Outbox outbox, MessageDecisions decisions, Messages messages, WritingDesk desk, Customers customers) {
        this.outbox = outbox;
        this.decisions = decisions;
        this.messages = messages;
        this.desk = desk;
        this.customers = customers;
    }

    @GetMapping("/messages")
    Slice<MessageAnswer> list(
            Scope scope,
            @RequestParam @Nullable String company,
            @RequestParam @Nullable String customer,
            @RequestParam @Nullable String state,
            @RequestParam @Nullable String channel,
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable LocalDate to,
            Paging paging) {
        var query = new HashMap<String, String>();
        query.put("company", company);
        query.put("customer", customer);
        query.put("state", state);
        query.put("channel", channel);
        query.put("from", from == null ? null : from.toString());
        query.put("to", to == null ? null : to.toString());
        var part = messages.list(scope, MessageQuery.of(query), paging);
        return new Slice<>(part.items().stream().map(MessageAnswer::of).toList(), part.next());
    }

    @GetMapping("/messages/{id}")
    Whole get(Scope scope, @PathVariable String id) {
        var message = messages.get(scope, id(id));
        var body = messages.body(scope, message.id());
        return new Whole(
                MessageAnswer.of(message),
                body.map(Message.Body::text).orElse(null),
                body.map(Message.Body::html).orElse(null),
                messages.files(scope, message.id()).stream()
                        .map(Message.File::name)
                        .toList(),
                messages.attempts(scope, message.id()));
    }

    @PostMapping("/messages/{id}/confirmation")
    MessageAnswer confirm(SignedIn user, Scope scope, @PathVariable String id) {
        return MessageAnswer.of(decisions.confirm(user, scope, id(id)));
    }

    @PostMapping("/messages/{id}/cancellation")
    MessageAnswer cancel(SignedIn user, Scope scope, @PathVariable String id) {
        return MessageAnswer.of(decisions.cancel(user, scope, id(id)));
    }

    @PostMapping("/messages/{id}/resending")
    ResponseEntity<MessageAnswer> resend(
            SignedIn user,
            Scope scope,
            @PathVariable String id,
            @RequestBody(required = false) @Nullable Resending how) {
        return created(outbox.resend(user, scope, id(id), how == null ? null : how.recipient()));
    }

    @PostMapping("/customers/{company}/{code}/messages")
    ResponseEntity<MessageAnswer> write(
            SignedIn user,
            Scope scope,
            @PathVariable String company,
            @PathVariable String code,
            @RequestBody MessageDraft draft) {
        return created(desk.send(user, scope, customers.get(scope, company, code), draft));
    }

    @PostMapping("/customers/{company}/{code}/messages/preview")
    Preview preview(
            Scope scope, @PathVariable String company, @PathVariable String code, @RequestBody MessageDraft draft) {
        var made = desk.preview(scope, customers.get(scope, company, code), draft);
        return new Preview(made.recipient(), made.filled().language(), made.subject(), made.text(), made.html());
    }

    private static ResponseEntity<MessageAnswer> created(Message message) {
        var made = MessageAnswer.of(message);
        return ResponseEntity.created(URI.create("/api/v1/messages/" + made.id()))
                .body(made);
    }

    private static RowId id(String text) {
        return RowId.parse(text).orElseThrow(() -> Problem.notFound("correspondence.message.problem.unknown"));
    }
}
