package io.encours.worklist.outgoing;

import io.encours.correspondence.letter.Letter;
import io.encours.correspondence.notice.Notice;
import io.encours.platform.RowId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/// What a validated action made, to be sent to the customer.
///
/// @param id of the letter or the notice
public record Outgoing(Kind kind, RowId id) {

    public static final Comparator<Outgoing> BY_NUMBER = Comparator.comparing(Outgoing::kind)
            .thenComparingLong(each -> each.id().id());

    /// As `done_action.outgoing_kind` has it.
    public enum Kind {
        LETTER,
        NOTICE,
        MESSAGE;

        /// Its name in a message file.
        public String messageKey() {
            return "worklist.outgoing." + name();
        }
    }

    /// Empty when the text is none.
    ///
    /// @param text as `reference` gives it; an id alone is that of a message
    public static Optional<Outgoing> parse(String text) {
        var colon = text.indexOf(':');
        var kind = colon < 0 ? Kind.MESSAGE.name() : text.substring(0, colon);
        return Arrays.stream(Kind.values())
                .filter(each -> each.name().equals(kind))
                .findFirst()
                .flatMap(each -> RowId.parse(text.substring(colon + 1)).map(id -> new Outgoing(each, id)));
    }

    /// Kind and id, for programs: `LETTER:1c-9x`.
    public String reference() {
        return kind.name() + ":" + id;
    }

    /// Where the document is read.
    public String address() {
        return switch (kind) {
            case LETTER -> "/letters/" + id + "/pdf";
            case NOTICE -> "/notices/" + id + "/pdf";
            case MESSAGE -> "/messages/" + id;
        };
    }

    /// What it calls its reference: `L000042`.
    public String number() {
        return switch (kind) {
            case LETTER -> Letter.number(id.id());
            case NOTICE -> Notice.number(id.id());
            case MESSAGE -> "M%06d".formatted(id.id());
        };
    }
}
