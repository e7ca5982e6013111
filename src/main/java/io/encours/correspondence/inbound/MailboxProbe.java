package io.encours.correspondence.inbound;

import io.encours.correspondence.channel.Route;
import io.encours.correspondence.channel.RouteProbe;
import io.encours.identity.SignedIn;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The mailboxes, tried by reading them.
@Component
class MailboxProbe implements RouteProbe {

    private final Mailboxes mailboxes;

    MailboxProbe(Mailboxes mailboxes) {
        this.mailboxes = mailboxes;
    }

    @Override
    public Route route() {
        return Route.IMAP;
    }

    @Override
    public Optional<String> peer() {
        return mailboxes.isOpen() ? Optional.of(String.join(", ", mailboxes.names())) : Optional.empty();
    }

    @Override
    public Tried tryOut(SignedIn user, long companyId, String to) {
        return mailboxes.read().failed() == 0
                ? new Tried(true, "correspondence.route.readNow")
                : new Tried(false, "correspondence.route.problem.mailbox");
    }
}
