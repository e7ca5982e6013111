package io.encours.worklist.outgoing;

import io.encours.correspondence.outbox.Composed;

/// What validating an action would send, kept nowhere. Made by the code that makes what goes out.
public sealed interface Preview {

    record Message(Composed message) implements Preview {}

    /// A letter as PDF.
    final class Paper implements Preview {

        private final byte[] pdf;

        Paper(byte[] pdf) {
            this.pdf = pdf.clone();
        }

        public byte[] pdf() {
            return pdf.clone();
        }
    }

    /// The customer would get none.
    record Refused(Why why) implements Preview {}
}
