package io.encours.worklist.web;

import io.encours.customer.Customers;
import io.encours.identity.SignedIn;
import io.encours.platform.Problem;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.platform.web.Address;
import io.encours.platform.web.Form;
import io.encours.platform.web.Page;
import io.encours.worklist.DirectDebits;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The direct debit of the item that is chosen on a customer's page, in a dialog.
@Controller
@RequestMapping("/customers/{company}/{code}/items/{id}/direct-debit")
class DebitPages {

    private final DirectDebits debits;
    private final Customers customers;

    DebitPages(DirectDebits debits, Customers customers) {
        this.debits = debits;
        this.customers = customers;
    }

    @GetMapping
    String form(
            @PathVariable String company,
            @PathVariable String code,
            @PathVariable String id,
            SignedIn user,
            Scope scope,
            Page page,
            Model model) {
        return show(company, code, item(company, code, id, scope), Form.EMPTY, user, scope, page, model);
    }

    /// @param given what, date, reason, withdraw, seen
    @PostMapping
    String tell(
            @PathVariable String company,
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam Map<String, String> given,
            SignedIn user,
            Scope scope,
            Page page,
            HttpServletResponse response,
            Model model) {
        var item = item(company, code, id, scope);
        try {
            DebitForm.tell(debits, user, scope, item, given);
            response.setHeader("HX-Redirect", path(company, code) + "?item=" + item);
            return show(company, code, item, Form.EMPTY, user, scope, page, model);
        } catch (Problem problem) {
            if (problem.kind() != Problem.Kind.REFUSED && problem.kind() != Problem.Kind.CONFLICT) {
                throw problem;
            }
            return show(company, code, item, Form.of(given).refused(problem, page), user, scope, page, model);
        }
    }

    private String show(
            String company, String code, RowId item, Form form, SignedIn user, Scope scope, Page page, Model model) {
        var found = debits.of(scope, item);
        model.addAttribute("page", page);
        model.addAttribute("title", page.t("worklist.debit.titleOf", found.document()));
        model.addAttribute("debit", DebitForm.of(found, form));
        model.addAttribute("mayTell", DirectDebits.mayTell(user));
        model.addAttribute("path", path(company, code) + "/items/" + item + "/direct-debit");
        return "worklist/_debit";
    }

    private RowId item(String company, String code, String id, Scope scope) {
        var customer = customers.get(scope, company, code).id();
        return RowId.parse(id)
                .filter(item -> item.customer() == customer)
                .orElseThrow(() -> Problem.notFound("receivable.problem.unknownItem"));
    }

    private static String path(String company, String code) {
        return "/customers/" + Address.part(company) + "/" + Address.part(code);
    }
}
