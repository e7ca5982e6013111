package io.encours.worklist.outgoing;

import java.util.List;

/// What became of what undone decisions had made.
public record Recall(List<Outgoing> cancelled, List<Kept> kept) {

    public static final Recall NOTHING = new Recall(List.of(), List.of());

    /// It stays.
    public record Kept(Outgoing what, Reason reason) {}

    public enum Reason {
        /// Printed or sent.
        GONE,
        /// Other decisions that stand have made it too.
        OTHER_ACTIONS;

        /// Its words in a message file, with the number.
        public String messageKey() {
            return "worklist.outgoing.kept." + name();
        }
    }
}
