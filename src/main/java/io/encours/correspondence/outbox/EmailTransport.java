package io.encours.correspondence.outbox;

import io.encours.correspondence.Channel;
import io.encours.platform.mail.Mail;
import io.encours.platform.mail.MailAddress;
import io.encours.platform.mail.MailServer;
import io.encours.platform.sending.Delivery;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// E-mails by SMTP, in the name of their company.
@Component
class EmailTransport implements Transport {

    private final MailServer server;
    private final Senders senders;

    EmailTransport(MailServer server, Senders senders) {
        this.server = server;
        this.senders = senders;
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public boolean isConfigured() {
        return server.isConfigured();
    }

    @Override
    public String peer() {
        return server.name();
    }

    @Override
    public boolean serves(long companyId) {
        return senders.of(companyId).isPresent();
    }

    @Override
    public Line<Parcel> open() throws Unreachable {
        var line = server.open();
        return new Line<>() {
            @Override
            public Delivery send(Parcel parcel) {
                return mail(parcel)
                        .map(line::send)
                        .orElseGet(() -> new Delivery.Refused("correspondence.message.reason.address"));
            }

            @Override
            public boolean isOpen() {
                return line.isOpen();
            }

            @Override
            public void close() {
                line.close();
            }
        };
    }

    /// Empty when an address cannot be written to.
    private Optional<Mail> mail(Parcel parcel) {
        var to = parcel.recipients().stream()
                .flatMap(address -> MailAddress.parse(address).stream())
                .toList();
        if (to.size() != parcel.recipients().size()) {
            return Optional.empty();
        }
        return senders.of(parcel.companyId()).map(sender -> {
            var answers = sender.replyTo() == null
                    ? null
                    : sender.replyTo().tagged(parcel.reference().toString());
            return new Mail(
                    sender.address(),
                    sender.name(),
                    answers,
                    answers == null ? sender.address() : answers,
                    to,
                    parcel.subject(),
                    parcel.text(),
                    parcel.html(),
                    parcel.language(),
                    parcel.files(),
                    parcel.reference() + "@" + sender.address().domain(),
                    parcel.earlier() == null ? List.of() : List.of(parcel.earlier()),
                    parcel.automatic());
        });
    }
}
