package io.encours.worklist.api;

import io.encours.identity.SignedIn;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.platform.web.Formats;
import io.encours.platform.web.Texts;
import io.encours.worklist.Presentation;
import io.encours.worklist.PriorityWords;
import io.encours.worklist.Supervisor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The supervisor: groups; with `parent` the sub-groups of one; with `group` its items.
@RestController
@RequestMapping("/api/v1/actions")
class SupervisorResource {

    private static final int MOST = 1000;

    private final Supervisor supervisor;
    private final Texts texts;

    SupervisorResource(Supervisor supervisor, Texts texts) {
        this.supervisor = supervisor;
        this.texts = texts;
    }

    @GetMapping
    SupervisorAnswer list(
            SignedIn user,
            Scope scope,
            @ModelAttribute FilterParameters parameters,
            @RequestParam(defaultValue = "CUSTOMER") Presentation presentation,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(required = false) @Nullable String parent,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        if (!user.collects()) {
            throw Problem.forbidden("worklist.problem.noRole");
        }
        var filter = parameters.filter();
        var most = Math.clamp(limit, 1, MOST);
        if (group != null) {
            return SupervisorAnswer.ofRows(
                    supervisor.rows(scope, filter, presentation, group, cursor, most),
                    supervisor.totals(scope, filter, presentation, group),
                    reason -> PriorityWords.of(
                            reason,
                            new Formats(user.locale()),
                            (key, arguments) -> texts.text(user.locale(), key, arguments)));
        }
        var withoutAction = texts.text(user.locale(), "worklist.withoutAction");
        if (parent != null) {
            return SupervisorAnswer.ofGroups(
                    supervisor.subgroups(scope, filter, presentation, parent, cursor, most),
                    supervisor.totals(scope, filter, presentation, parent),
                    withoutAction);
        }
        return SupervisorAnswer.ofGroups(
                supervisor.groups(scope, filter, presentation, cursor, most),
                supervisor.totals(scope, filter),
                withoutAction);
    }
}
