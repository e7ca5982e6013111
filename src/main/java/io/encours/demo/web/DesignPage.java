package io.encours.demo.web;

import io.encours.platform.Problem;
import io.encours.platform.web.Form;
import io.encours.platform.web.Option;
import io.encours.platform.web.Page;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Every component of the application on one page, made of the templates and classes that the other pages use. Whoever
/// builds a page looks here first.
@Controller
class DesignPage {

    private final boolean shown;

    DesignPage(@Value("${encours.design:${encours.demo:false}}") boolean shown) {
        this.shown = shown;
    }

    @GetMapping("/design")
    String show(Page page, Model model) {
        if (!shown) {
            throw Problem.notFound("platform.problem.notFound");
        }
        model.addAttribute("page", page);
        model.addAttribute("items", DesignSamples.items(page.today()));
        model.addAttribute(
                "form",
                new Form(
                        Map.of("sample-name", "Ateliers Brévignac", "sample-siren", "123 456 78"),
                        Map.of("sample-siren", page.t("demo.design.sirenWrong"))));
        model.addAttribute(
                "options",
                List.of(
                        new Option("fr", page.t("platform.language.fr")),
                        new Option("en", page.t("platform.language.en"))));
        return "demo/design";
    }
}
