package io.encours.worklist.web;

import io.encours.identity.SignedIn;
import io.encours.platform.Scope;
import io.encours.platform.web.Page;
import io.encours.worklist.Printing;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// *Imprimer* (S6): the list is printed and kept; its document is then opened by its address, as often as wanted.
@Controller
@RequestMapping("/supervisor/printouts")
class PrintPages {

    private final Printing printing;

    PrintPages(Printing printing) {
        this.printing = printing;
    }

    @PostMapping
    String print(
            @RequestParam Map<String, String> given,
            SignedIn user,
            Scope scope,
            Page page,
            HttpServletResponse response,
            Model model) {
        var printout = printing.print(user, scope, BatchPages.ticked(given, user, scope, page));
        model.addAttribute("page", page);
        model.addAttribute("text", page.t("worklist.print.toast", printout.items()));
        model.addAttribute("address", "/supervisor/printouts/" + printout.id());
        response.setHeader("HX-Trigger", "{\"printed\": \"/supervisor/printouts/" + printout.id() + "\"}");
        return "worklist/_printedToast";
    }

    @GetMapping("/{id}")
    ResponseEntity<Resource> document(@PathVariable long id, SignedIn user, Scope scope, Page page) {
        var name = page.t("worklist.print.file", String.valueOf(id)) + ".pdf";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(name).build().toString())
                .body(printing.again(user, scope, id).pdf());
    }
}
