package io.encours.worklist.web;

import io.encours.company.Companies;
import io.encours.platform.Problem;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.platform.pdf.PdfPress;
import io.encours.platform.web.Page;
import io.encours.strategy.Strategies;
import io.encours.worklist.ItemView;
import io.encours.worklist.ItemViews;
import io.encours.worklist.outgoing.Dispatch;
import io.encours.worklist.outgoing.Preview;
import io.encours.worklist.outgoing.Step;
import io.encours.worklist.outgoing.Why;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// In the panel of a line: what validating its action would send, in the words and on the paper it would have.
@Controller
class PreviewPanel {

    private static final int PAGES_SHOWN = 3;
    private static final Why NOTHING = new Why("NOTHING_SENT", "worklist.page.nothingSent");

    private final ItemViews items;
    private final Companies companies;
    private final Strategies strategies;
    private final Dispatch dispatch;
    private final PdfPress press;

    PreviewPanel(ItemViews items, Companies companies, Strategies strategies, Dispatch dispatch, PdfPress press) {
        this.items = items;
        this.companies = companies;
        this.strategies = strategies;
        this.dispatch = dispatch;
        this.press = press;
    }

    @GetMapping("/supervisor/items/{id}/preview")
    String show(@PathVariable String id, Scope scope, Page page, Model model) {
        var item = RowId.parse(id)
                .flatMap(row -> items.find(scope, row))
                .orElseThrow(() -> Problem.notFound("worklist.problem.unknown"));
        var preview =
                step(scope, item).flatMap(step -> dispatch.preview(scope, step)).orElse(new Preview.Refused(NOTHING));
        model.addAttribute("page", page);
        model.addAttribute("message", preview instanceof Preview.Message(var message) ? message : null);
        model.addAttribute("pictures", preview instanceof Preview.Paper paper ? pictures(paper.pdf()) : List.of());
        model.addAttribute("problem", preview instanceof Preview.Refused(var why) ? page.t(why.messageKey()) : null);
        return "worklist/_outgoingPreview";
    }

    private Optional<Step> step(Scope scope, ItemView item) {
        var strategy = items.strategyOf(scope, item.id()).flatMap(strategies::byId);
        return item.next()
                .map(next -> Step.of(
                        item.id(),
                        companies.get(scope, item.company()).id(),
                        strategy,
                        Step.action(strategy, next.code(), next.label(), next.type(), next.stage())));
    }

    private List<String> pictures(byte[] pdf) {
        return press.pictures(pdf, PAGES_SHOWN).stream()
                .map(Base64.getEncoder()::encodeToString)
                .toList();
    }
}
