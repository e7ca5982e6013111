package io.encours.worklist;

import io.encours.worklist.mirror.MirroredPlan;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What was asked of the plan lately and what was found, as long as the plan stands: who comes back to a page or goes
/// through its groups does not wait for another pass over a million lines. The first change of the plan empties it.
///
/// @param <Q> question; equal ones have the same answer
/// @param <A> answer, never changed
final class KeptAnswers<Q, A> {

    private static final int MOST = 200;

    private @Nullable MirroredPlan plan;

    private final Map<Q, A> answers = new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Q, A> eldest) {
            return size() > MOST;
        }
    };

    /// @param now the plan as it is
    /// @param find asked when the answer is not known; of several who ask at once each may
    A of(MirroredPlan now, Q question, Supplier<A> find) {
        var known = known(now, question);
        if (known != null) {
            return known;
        }
        var found = find.get();
        keep(now, question, found);
        return found;
    }

    private synchronized @Nullable A known(MirroredPlan now, Q question) {
        if (plan != now) {
            answers.clear();
            plan = now;
        }
        return answers.get(question);
    }

    private synchronized void keep(MirroredPlan of, Q question, A found) {
        if (plan == of) {
            answers.put(question, found);
        }
    }
}
