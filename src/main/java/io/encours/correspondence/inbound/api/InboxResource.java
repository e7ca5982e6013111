package io.encours.correspondence.inbound.api;

import io.encours.correspondence.Channel;
import io.encours.correspondence.inbound.Inbox;
import io.encours.correspondence.inbound.Kind;
import io.encours.correspondence.inbound.Unattached;
import io.encours.identity.SignedIn;
import io.encours.platform.Cursor;
import io.encours.platform.Paging;
import io.encours.platform.Scope;
import io.encours.platform.Slice;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/inbound")
class InboxResource {

    /// @param company code; null: it came to a mailbox of all companies
    record InboundAnswer(
            long id,
            Channel channel,
            Kind kind,
            @Nullable String company,
            String source,
            Instant receivedAt,
            String sender,
            String senderName,
            String subject,
            String text) {

        static InboundAnswer of(Unattached each) {
            return new InboundAnswer(
                    each.id(),
                    each.channel(),
                    each.kind(),
                    each.company(),
                    each.source(),
                    each.receivedAt(),
                    each.sender(),
                    each.senderName(),
                    each.subject(),
                    each.text());
        }
    }

    record Owner(String company, String customer) {}

    private final Inbox inbox;

    InboxResource(Inbox inbox) {
        this.inbox = inbox;
    }

    /// What waits to be attached, newest first.
    @GetMapping
    Slice<InboundAnswer> list(
            SignedIn user,
            Scope scope,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var paging = new Paging(limit, cursor);
        var part = inbox.toAttach(user, scope, cursor == null ? null : Cursor.parse(cursor, 2), paging.size());
        return new Slice<>(part.items().stream().map(InboundAnswer::of).toList(), part.next());
    }

    @PostMapping("/{id}/attachment")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void attach(@PathVariable long id, @RequestBody Owner owner, SignedIn user, Scope scope) {
        inbox.attach(user, scope, id, owner.company(), owner.customer());
    }

    @PostMapping("/{id}/dismissal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismiss(@PathVariable long id, SignedIn user, Scope scope) {
        inbox.dismiss(user, scope, id);
    }
}
