package io.encours.worklist.mirror;

import io.encours.strategy.ActionType;
import io.encours.strategy.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Numbers the steps as they are met. A number once given stays; used by one thread at a time.
final class Steps {

    /// What the database joins the parts of a step with (`MirrorStore`).
    private static final String SEPARATOR = "\u001f";

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();

    int number(String parts) {
        var known = numbers.get(parts);
        if (known != null) {
            return known;
        }
        steps.add(step(parts.split(SEPARATOR, -1)));
        numbers.put(parts, steps.size() - 1);
        return steps.size() - 1;
    }

    List<Step> sofar() {
        return List.copyOf(steps);
    }

    private static Step step(String[] parts) {
        var account = parts[0];
        var currency = parts[1];
        return parts[2].isEmpty()
                ? new Step(null, null, null, null, Integer.MAX_VALUE, account, currency)
                : new Step(
                        parts[2],
                        parts[3],
                        ActionType.valueOf(parts[4]),
                        Stage.valueOf(parts[5]),
                        position(parts[6]),
                        account,
                        currency);
    }

    private static int position(String text) {
        return text.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(text);
    }
}
