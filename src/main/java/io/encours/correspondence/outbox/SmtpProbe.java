package io.encours.correspondence.outbox;

import io.encours.correspondence.Channel;
import io.encours.correspondence.channel.Route;
import io.encours.correspondence.channel.RouteHealth;
import io.encours.correspondence.channel.RouteProbe;
import io.encours.identity.SignedIn;
import io.encours.identity.Users;
import io.encours.platform.mail.Mail;
import io.encours.platform.mail.MailAddress;
import io.encours.platform.mail.MailServer;
import io.encours.platform.sending.Carrier.Unreachable;
import io.encours.platform.sending.Delivery;
import io.encours.platform.web.Texts;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The way out for e-mails, tried by a message to who asks.
@Component
class SmtpProbe implements RouteProbe {

    private final MailServer server;
    private final Senders senders;
    private final Channels channels;
    private final Users users;
    private final RouteHealth health;
    private final Texts texts;

    SmtpProbe(MailServer server, Senders senders, Channels channels, Users users, RouteHealth health, Texts texts) {
        this.server = server;
        this.senders = senders;
        this.channels = channels;
        this.users = users;
        this.health = health;
        this.texts = texts;
    }

    @Override
    public Route route() {
        return Route.SMTP;
    }

    @Override
    public Optional<String> peer() {
        return server.isConfigured() ? Optional.of(server.name()) : Optional.empty();
    }

    @Override
    public Optional<String> trouble() {
        return channels.of(Channel.EMAIL).map(Channels.Status::trouble);
    }

    @Override
    public Tried tryOut(SignedIn user, long companyId, String to) {
        var address = users.byId(user.id()).flatMap(found -> MailAddress.parse(found.email()));
        var sender = senders.of(companyId);
        if (address.isEmpty() || sender.isEmpty()) {
            return new Tried(false, "correspondence.route.problem.address");
        }
        var tried = send(mail(user, sender.get().address(), address.get()));
        if (tried.worked()) {
            health.worked(Route.SMTP);
        } else {
            health.failed(Route.SMTP, tried.words());
        }
        return tried;
    }

    private Tried send(Mail mail) {
        try (var line = server.open()) {
            return switch (line.send(mail)) {
                case Delivery.Accepted taken -> new Tried(true, "correspondence.route.taken");
                case Delivery.Deferred later -> new Tried(false, later.answer());
                case Delivery.Refused refused -> new Tried(false, refused.answer());
                case Delivery.Unknown unknown -> new Tried(false, unknown.answer());
            };
        } catch (Unreachable e) {
            return new Tried(false, e.words());
        }
    }

    private Mail mail(SignedIn user, MailAddress from, MailAddress to) {
        return new Mail(
                from,
                null,
                null,
                from,
                List.of(to),
                texts.text(user.locale(), "correspondence.route.trialSubject"),
                texts.text(user.locale(), "correspondence.route.trialBody"),
                "",
                user.language(),
                List.of(),
                UUID.randomUUID() + "@" + from.domain(),
                List.of(),
                true);
    }
}
