package io.encours.worklist.automatic;

import io.encours.correspondence.letter.Letters;
import io.encours.correspondence.outbox.MessageDecisions;
import io.encours.platform.RowId;
import io.encours.worklist.outgoing.Outgoing;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes back what was written some time ago and is no longer so.
@Component
class Withdrawal {

    private final WaitingStore waiting;
    private final StillSo stillSo;
    private final MessageDecisions decisions;
    private final Letters paper;

    Withdrawal(WaitingStore waiting, StillSo stillSo, MessageDecisions decisions, Letters paper) {
        this.waiting = waiting;
        this.stillSo = stillSo;
        this.decisions = decisions;
        this.paper = paper;
    }

    /// Takes back what waits for confirmation, or to be printed, and is no longer so; the run then writes
    /// what is.
    ///
    /// @return how many
    @Transactional
    public int withdraw(long companyId, LocalDate day) {
        var toConfirm = waiting.toConfirm(companyId);
        var toPrint = waiting.toPrint(companyId);
        stillSo.hold(Stream.concat(toConfirm.stream(), toPrint.stream())
                .map(RowId::customer)
                .distinct()
                .toList());
        var messages = stillSo.guards(Outgoing.Kind.MESSAGE, toConfirm, day);
        var reasons = new LinkedHashMap<RowId, String>();
        messages.forEach((message, guard) -> {
            if (guard.isUntrue()) {
                reasons.put(message, guard.messageKey());
            }
        });
        var letters = stillSo.guards(Outgoing.Kind.LETTER, toPrint, day);
        letters.values().removeIf(guard -> !guard.isUntrue());
        return decisions.withdraw(reasons)
                + paper.withdraw(companyId, letters.keySet()).size();
    }
}
