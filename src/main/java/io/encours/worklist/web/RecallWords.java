package io.encours.worklist.web;

import io.encours.platform.web.Page;
import io.encours.worklist.outgoing.Recall;
import io.encours.worklist.outgoing.Recall.Kept;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;

/// What became of the letters of decisions that were undone, in words.
final class RecallWords {

    private RecallWords() {}

    static List<String> of(Recall recall, Page page) {
        var words = new ArrayList<String>();
        if (recall.cancelled().size() == 1) {
            words.add(page.t(
                    "worklist.outgoing.cancelled", recall.cancelled().getFirst().number()));
        } else if (!recall.cancelled().isEmpty()) {
            words.add(
                    page.t("worklist.outgoing.manyCancelled", recall.cancelled().size()));
        }
        var kept = new EnumMap<Recall.Reason, List<Kept>>(Recall.Reason.class);
        recall.kept()
                .forEach(each -> kept.computeIfAbsent(each.reason(), reason -> new ArrayList<>())
                        .add(each));
        kept.forEach((reason, some) -> words.add(
                some.size() == 1
                        ? page.t(reason.messageKey(), some.getFirst().what().number())
                        : page.t(reason.messageKey() + ".many", some.size())));
        return words;
    }
}
