package io.encours.correspondence.inbound;

/// Content as it came over the wire.
public final class Octets {

    private final byte[] content;

    Octets(byte[] content) {
        this.content = content.clone();
    }

    public byte[] array() {
        return content.clone();
    }
}
