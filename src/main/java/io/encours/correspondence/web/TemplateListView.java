package io.encours.correspondence.web;

import io.encours.correspondence.Template;
import io.encours.correspondence.Templates.Saved;
import io.encours.platform.web.Option;
import io.encours.strategy.Purpose;
import java.util.List;
import java.util.Optional;

/// The list of templates.
///
/// @param groups by purpose
/// @param retired no longer used, nothing in their place
/// @param own how many are the company's own words
public record TemplateListView(
        String company,
        String language,
        String channel,
        List<Option> companies,
        List<Option> languages,
        List<Option> channels,
        List<Group> groups,
        List<Template> retired,
        int count,
        int own,
        boolean mayWrite) {

    public record Group(Purpose purpose, List<Row> rows) {}

    public record Row(Template template, Optional<Saved> saved) {}

    public String path(Template template) {
        return Links.of(template.code(), company, template.language());
    }

    /// Where a new one is written.
    public String blank() {
        return Links.at(Links.TEMPLATES + "/new", company, language);
    }

    /// The same list with another choice.
    public String with(String name, String value) {
        var read = name.equals("language") ? value : language;
        var sent = name.equals("channel") ? value : channel;
        return Links.at(Links.TEMPLATES, company, read) + (sent.isEmpty() ? "" : "&channel=" + sent);
    }
}
