package io.encours.correspondence.outbox;

import io.encours.correspondence.Channel;
import io.encours.platform.sending.Carrier;

/// The way messages of a channel go out. There is one for each channel at most; a bean is found by itself.
public interface Transport extends Carrier<Parcel> {

    Channel channel();

    /// There is a peer to send to.
    boolean isConfigured();

    /// Name of the peer, `smtp.example.com:587`; empty: none.
    String peer();

    /// All that is needed to send in the name of this company is known.
    boolean serves(long companyId);
}
