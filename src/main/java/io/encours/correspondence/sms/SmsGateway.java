package io.encours.correspondence.sms;

import io.encours.correspondence.channel.Route;
import io.encours.correspondence.channel.RouteHealth;
import io.encours.platform.RowId;
import org.springframework.stereotype.Service;

/// Sends short messages by whatever way is open, and remembers which parts a provider took so that its receipts
/// find them.
@Service
public class SmsGateway {

    private final SmsWay way;
    private final SmsStore store;
    private final SmsSenders senders;
    private final RouteHealth health;

    SmsGateway(SmsWay way, SmsStore store, SmsSenders senders, RouteHealth health) {
        this.way = way;
        this.store = store;
        this.senders = senders;
        this.health = health;
    }

    /// Some provider is set up.
    public boolean isOpen() {
        return way.transport() != null;
    }

    /// A message could be handed over now, as far as one knows without trying.
    public boolean isReachable() {
        var link = way.link();
        return isOpen() && (link == null || link.session() != null);
    }

    /// Gives a message to the provider and waits for its answer; not in a transaction.
    ///
    /// @param message of the outbox; receipts will name it
    /// @param to E.164
    public SmsOutcome send(long companyId, RowId message, String to, String text) {
        var company = senders.code(companyId);
        var outcome = give(new SmsOrder(company, senders.of(companyId), to, text, message.toString()));
        switch (outcome) {
            case SmsOutcome.Accepted taken -> store.parts(provider(company), message, taken.ids());
            case SmsOutcome.Uncertain uncertain -> store.parts(provider(company), message, uncertain.ids());
            case SmsOutcome.Later later -> {}
            case SmsOutcome.Refused refused -> {}
        }
        return outcome;
    }

    /// A message to try the way with, about which nothing is kept.
    public SmsOutcome tryOut(long companyId, String to, String text, String reference) {
        return give(new SmsOrder(senders.code(companyId), senders.of(companyId), to, text, reference));
    }

    private SmsOutcome give(SmsOrder order) {
        var transport = way.transport();
        if (transport == null) {
            return new SmsOutcome.Later("no provider");
        }
        var outcome = transport.send(order);
        switch (outcome) {
            // The number is refused, not the way to it.
            case SmsOutcome.Accepted taken -> health.worked(route());
            case SmsOutcome.Refused refused -> health.worked(route());
            case SmsOutcome.Later later -> health.failed(route(), later.reason());
            case SmsOutcome.Uncertain uncertain -> health.failed(route(), uncertain.reason());
        }
        return outcome;
    }

    /// The way that is open.
    ///
    /// @throws IllegalStateException when none is
    public Route route() {
        return switch (provider()) {
            case HttpTransport.PROVIDER -> Route.SMS_HTTP;
            case SmppListener.PROVIDER -> Route.SMPP;
            default -> throw new IllegalStateException("No provider of short messages");
        };
    }

    private String provider(String company) {
        var transport = way.transport();
        return transport == null ? "" : transport.provider(company);
    }

    private String provider() {
        var transport = way.transport();
        return transport == null ? "" : transport.provider();
    }
}
