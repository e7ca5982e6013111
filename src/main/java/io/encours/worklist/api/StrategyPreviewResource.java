package io.encours.worklist.api;

import io.encours.identity.SignedIn;
import io.encours.platform.Paging;
import io.encours.platform.Scope;
import io.encours.strategy.StrategyDraft;
import io.encours.worklist.StrategyPreview;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// What putting a strategy would change, without putting it.
@RestController
class StrategyPreviewResource {

    private final StrategyPreview preview;

    StrategyPreviewResource(StrategyPreview preview) {
        this.preview = preview;
    }

    @PutMapping(path = "/api/v1/strategies/{code}", params = "preview=true")
    StrategyPreview.Change preview(
            SignedIn user, Scope scope, @PathVariable String code, Paging paging, @RequestBody StrategyDraft draft) {
        return preview.of(user, scope, code, draft, paging);
    }
}
