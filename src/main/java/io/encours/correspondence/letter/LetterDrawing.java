package io.encours.correspondence.letter;

import io.encours.company.Letterheads;
import io.encours.correspondence.letter.LetterContentStore.Undrawn;
import io.encours.platform.Problem;
import io.encours.platform.RowId;
import io.encours.platform.SideBySide;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/// Draws the pages of letters that were only set so far: behind the back of who made many of them, or when
/// somebody wants to see one that is not drawn yet. Of two who draw a letter the second waits and takes what
/// the first has drawn.
@Component
class LetterDrawing {

    private static final Logger LOG = LoggerFactory.getLogger(LetterDrawing.class);

    /// So many are drawn and kept in one transaction.
    private static final int AT_A_TIME = 50;

    /// Letters that were set and are to be drawn after the transaction.
    record Wanted(List<RowId> letters) {}

    /// @param sheet null: its markup cannot be drawn
    private record Drawn(RowId letter, @Nullable PrintedSheet sheet) {}

    private final LetterContentStore store;
    private final LetterPress press;
    private final Letterheads letterheads;
    private final TransactionTemplate transaction;

    LetterDrawing(
            LetterContentStore store, LetterPress press, Letterheads letterheads, TransactionTemplate transaction) {
        this.store = store;
        this.press = press;
        this.letterheads = letterheads;
        this.transaction = transaction;
    }

    /// The letter as PDF/A.
    ///
    /// @throws Problem not found, when what it says was removed at the end of its retention period; refused, when
    ///     it cannot be drawn
    byte[] pdf(RowId letter) {
        return store.content(letter).orElseGet(() -> {
            if (!draw(List.of(letter)).isEmpty()) {
                throw Problem.refused("correspondence.letter.problem.notDrawn");
            }
            return store.content(letter).orElseThrow(() -> Problem.notFound("correspondence.letter.problem.purged"));
        });
    }

    /// Draws those of them that are not drawn yet, over all cores.
    ///
    /// @return those that cannot be drawn
    Set<RowId> draw(Collection<RowId> letters) {
        var failed = new HashSet<RowId>();
        var undrawn = store.undrawn(letters);
        for (var from = 0; from < undrawn.size(); from += AT_A_TIME) {
            var some = undrawn.subList(from, Math.min(undrawn.size(), from + AT_A_TIME));
            transaction.executeWithoutResult(status -> failed.addAll(drawAndKeep(some)));
        }
        return failed;
    }

    private Set<RowId> drawAndKeep(List<RowId> letters) {
        var logos = new HashMap<Long, Optional<byte[]>>();
        var work = store.lockUndrawn(letters).stream()
                .<Callable<Drawn>>map(letter -> {
                    var logo = logos.computeIfAbsent(letter.companyId(), letterheads::logo);
                    return () -> draw(letter, logo);
                })
                .toList();
        var drawn = SideBySide.all(work);
        var sheets = new HashMap<RowId, PrintedSheet>();
        drawn.forEach(each -> {
            if (each.sheet() != null) {
                sheets.put(each.letter(), each.sheet());
            }
        });
        store.drawn(Map.copyOf(sheets));
        return drawn.stream()
                .map(Drawn::letter)
                .filter(id -> !sheets.containsKey(id))
                .collect(Collectors.toSet());
    }

    private Drawn draw(Undrawn letter, Optional<byte[]> logo) {
        try {
            return new Drawn(letter.id(), press.print(letter.markup(), logo));
        } catch (IllegalArgumentException e) {
            LOG.error("Letter {} cannot be drawn", Letter.number(letter.id().id()), e);
            return new Drawn(letter.id(), null);
        }
    }

    @TransactionalEventListener
    void drawBehind(Wanted wanted) {
        if (wanted.letters().isEmpty()) {
            return;
        }
        Thread.ofPlatform().daemon().name("letter-drawing").start(() -> {
            try {
                draw(wanted.letters());
            } catch (RuntimeException e) {
                // Who wants to see one of them draws it, and is told.
                LOG.warn("Letters could not be drawn ahead", e);
            }
        });
    }
}
