package io.encours.correspondence.sms;

import io.encours.correspondence.Channel;
import io.encours.correspondence.contact.ContactMark;
import io.encours.correspondence.contact.ContactMarks;
import io.encours.correspondence.outbox.Parcel;
import io.encours.correspondence.outbox.Transport;
import io.encours.platform.sending.Delivery;
import org.springframework.stereotype.Component;

/// Short messages of the outbox. Nobody who said STOP is written to, whoever asks for it.
@Component
class SmsCarrier implements Transport {

    private final SmsGateway gateway;
    private final ContactMarks marks;

    SmsCarrier(SmsGateway gateway, ContactMarks marks) {
        this.gateway = gateway;
        this.marks = marks;
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public boolean isConfigured() {
        return gateway.isOpen();
    }

    @Override
    public String peer() {
        return gateway.isOpen() ? gateway.route().name() : "";
    }

    @Override
    public boolean serves(long companyId) {
        return true;
    }

    @Override
    public Line<Parcel> open() throws Unreachable {
        if (!gateway.isReachable()) {
            throw new Unreachable("not connected");
        }
        return new Line<>() {
            @Override
            public Delivery send(Parcel parcel) {
                return delivery(parcel);
            }

            @Override
            public boolean isOpen() {
                return gateway.isReachable();
            }

            @Override
            public void close() {
                // The link stays: answers come by it.
            }
        };
    }

    private Delivery delivery(Parcel parcel) {
        if (parcel.recipients().size() != 1) {
            return new Delivery.Refused("correspondence.message.problem.number");
        }
        var number = parcel.recipients().getFirst();
        var silence = marks.of(parcel.companyId(), ContactMark.Kind.PHONE, number, "FR").stream()
                .anyMatch(mark -> mark.reason() == ContactMark.Reason.OPTED_OUT);
        if (silence) {
            return new Delivery.Refused(ContactMark.Reason.OPTED_OUT.messageKey());
        }
        return switch (gateway.send(parcel.companyId(), parcel.id(), number, parcel.text())) {
            case SmsOutcome.Accepted taken ->
                new Delivery.Accepted("", taken.ids().getFirst());
            case SmsOutcome.Later later -> new Delivery.Deferred(later.reason());
            case SmsOutcome.Refused refused -> new Delivery.Refused(refused.reason());
            case SmsOutcome.Uncertain uncertain -> new Delivery.Unknown(uncertain.reason());
        };
    }
}
