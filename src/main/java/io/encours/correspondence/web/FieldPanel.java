package io.encours.correspondence.web;

import io.encours.correspondence.MergeField;
import io.encours.correspondence.MergeField.Kind;
import io.encours.platform.web.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The merge fields as the editor lists them: each with a sentence, and what a click inserts.
public record FieldPanel(List<Group> groups) {

    /// @param isRepeated its fields are written inside of its section
    public record Group(String title, String sentence, boolean isRepeated, List<Row> rows) {}

    /// @param shown in the list
    /// @param inserted by a click
    public record Row(String shown, String inserted, String sentence) {}

    /// Groups of which something is known in every message: a section for them would say nothing.
    private static final Set<String> ALWAYS_THERE = Set.of("customer", "company", "totals");

    static FieldPanel of(Page page) {
        var groups = new ArrayList<Group>();
        var single = MergeField.ALL.stream()
                .filter(field -> field.inside().isEmpty())
                .map(field -> row(field, "", field.name(), page))
                .toList();
        groups.add(new Group(page.t("correspondence.fields.message"), "", false, single));
        MergeField.ALL.stream()
                .filter(field -> !field.inside().isEmpty())
                .forEach(field -> groups.add(group(field, page)));
        return new FieldPanel(groups);
    }

    private static Group group(MergeField field, Page page) {
        var isList = field.kind() == Kind.LIST;
        var rows = new ArrayList<Row>();
        if (isList || !ALWAYS_THERE.contains(field.name())) {
            rows.add(section(field, isList, page));
        }
        var sentences = isList ? (field.name().equals("instalments") ? "instalment" : "item") : field.name();
        field.inside()
                .forEach(inner ->
                        rows.add(row(inner, isList ? "" : field.name() + ".", sentences + "." + inner.name(), page)));
        return new Group(
                page.t("correspondence.fields.title." + field.name()),
                isList ? page.t("correspondence.fields.inside", section(field.name(), "…")) : "",
                isList,
                rows);
    }

    private static Row section(MergeField field, boolean isList, Page page) {
        return new Row(
                section(field.name(), "…"),
                section(field.name(), isList ? "\n\n" : ""),
                page.t(isList ? "correspondence.fields.forEach" : "correspondence.fields.onlyIf"));
    }

    private static Row row(MergeField field, String prefix, String sentence, Page page) {
        var name = prefix + field.name();
        var text = page.t("correspondence.field." + sentence);
        return field.kind().isPrinted()
                ? new Row("{{" + name + "}}", "{{" + name + "}}", text)
                : new Row(section(name, "…"), section(name, ""), text);
    }

    private static String section(String name, String inside) {
        return "{{#" + name + "}}" + inside + "{{/" + name + "}}";
    }
}
