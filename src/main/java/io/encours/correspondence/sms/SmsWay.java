package io.encours.correspondence.sms;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/// The way short messages take in this installation.
///
/// @param transport null: none is set up
/// @param link null: not by SMPP
record SmsWay(@Nullable SmsTransport transport, @Nullable SmppLink link) implements AutoCloseable {

    /// Not before: what comes in needs all of the application.
    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (link != null) {
            link.start();
        }
    }

    @Override
    public void close() {
        if (link != null) {
            link.close();
        }
    }
}
