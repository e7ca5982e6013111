package io.encours.correspondence.outbox;

import io.encours.company.Letterheads;
import io.encours.platform.mail.MailAddress;
import io.encours.platform.mail.MailServer;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// In whose name the e-mails of a company go out.
@Component
class Senders {

    /// @param replyTo takes sub-addresses; null: answers go to the sender
    record Sender(
            MailAddress address, String name, @Nullable MailAddress replyTo) {}

    private final SendingSettings settings;
    private final Letterheads letterheads;
    private final MailServer server;

    Senders(SendingSettings settings, Letterheads letterheads, MailServer server) {
        this.settings = settings;
        this.letterheads = letterheads;
        this.server = server;
    }

    /// The address of the settings, else of the letterhead, else of the mail server; empty: none of them is known.
    Optional<Sender> of(long companyId) {
        var rules = settings.of(companyId);
        var paper = letterheads.of(companyId);
        return MailAddress.parse(rules.senderAddress())
                .or(() -> MailAddress.parse(paper.email()))
                .or(server::from)
                .map(address -> new Sender(
                        address,
                        Objects.requireNonNullElse(rules.senderName(), paper.name()),
                        MailAddress.parse(rules.replyAddress()).orElse(null)));
    }
}
