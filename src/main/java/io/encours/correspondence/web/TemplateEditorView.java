package io.encours.correspondence.web;

import io.encours.correspondence.Template;
import io.encours.correspondence.Templates.Saved;
import io.encours.customer.Customer;
import io.encours.platform.BusinessDate;
import io.encours.platform.web.Address;
import io.encours.platform.web.Form;
import io.encours.platform.web.Option;
import io.encours.platform.web.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the editor shows.
///
/// @param template in force; null: a new one
/// @param isOwn the words in force are those of the company (or of all companies) that is edited
/// @param borrowed language the text was taken from because there is none in this one; empty: it is in its own
/// @param companies whose words can be looked at, all companies among them
/// @param languages there are words in
/// @param newer somebody else has saved this version meanwhile; 0: nobody has
/// @param flaws of the text, with their places
/// @param removed from the HTML when it was saved
/// @param customer the preview begins with; null: the company has none
public record TemplateEditorView(
        @Nullable Template template,
        String company,
        String companyName,
        String language,
        Form form,
        boolean mayWrite,
        boolean isOwn,
        String borrowed,
        List<Option> companies,
        List<Option> languages,
        TemplateChoices choices,
        int newer,
        List<Said> flaws,
        List<String> removed,
        Optional<Saved> saved,
        @Nullable Customer customer) {

    /// Something wrong with a place in the text.
    ///
    /// @param field `subject` or `body`
    public record Said(String field, int line, int column, String text) {}

    public String path() {
        return template == null ? "/templates" : "/templates/" + Address.part(template.code());
    }

    /// The same template of another company or in another language.
    public String path(String otherCompany, String otherLanguage) {
        return Links.at(path(), otherCompany, otherLanguage);
    }

    public String here(String part) {
        return Links.at(path() + part, company, language);
    }

    public String listPath() {
        return Links.at(Links.TEMPLATES, company, language);
    }

    /// A new template that begins with this text.
    public String copyPath() {
        return Links.at(Links.TEMPLATES + "/new", company, language) + "&from=" + Address.part(form.value("code"));
    }

    /// What stands under the title.
    public List<String> facts(Page page) {
        var facts = new ArrayList<String>();
        if (template != null) {
            facts.add(template.code());
            facts.add(page.t(template.channel().messageKey()));
        }
        facts.add(companyName);
        if (template != null && borrowed.isEmpty()) {
            facts.add(
                    isOwn
                            ? page.t("correspondence.editor.version", template.version())
                            : page.t(template.origin().messageKey()));
        }
        saved.ifPresent(last -> facts.add(page.t(
                "correspondence.editor.savedBy",
                last.by().orElse(page.t("platform.name")),
                page.formats().time(last.at(), BusinessDate.DEFAULT_ZONE))));
        return facts;
    }

    public String saveLabel(Page page) {
        return page.t(isOwn || template == null ? "correspondence.editor.save" : "correspondence.editor.saveOwn");
    }

    public boolean isLanguageListed() {
        return languages.stream().anyMatch(option -> option.value().equals(language));
    }

    public String languageName(Page page) {
        return TemplateChoices.language(language, page);
    }

    /// Languages there are no words in yet.
    public List<Option> missingLanguages() {
        return choices.languages().stream()
                .filter(option -> !languages.contains(option))
                .filter(option -> !option.value().equals(language))
                .toList();
    }

    public boolean isSms() {
        return form.value("channel").equals("SMS");
    }

    public boolean isForAll() {
        return company.isEmpty();
    }
}
