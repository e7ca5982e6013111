package io.encours.identity.web;

import io.encours.identity.AuditEntry;
import io.encours.platform.BusinessDate;
import io.encours.platform.web.Page;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An entry of the audit trail in words, for templates.
public record AuditWords() {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern WORD = Pattern.compile("[A-Z][A-Z_0-9]+|true|false");

    public static String time(AuditEntry entry, Page page) {
        return page.formats().time(entry.at(), BusinessDate.DEFAULT_ZONE);
    }

    /// The last part of the path in words, after the parts that name a place in a list.
    public static String field(String path, Page page) {
        var dot = path.lastIndexOf('.');
        var name = path.substring(dot + 1);
        var word = page.tOr("identity.audit.field." + name, name);
        var first = path.indexOf('.');
        return first == dot ? word : path.substring(first + 1, dot) + " \u203a " + word;
    }

    public static String value(@Nullable String value, Page page) {
        if (value == null || value.isEmpty()) {
            return "\u2013";
        }
        if (DAY.matcher(value).matches()) {
            return page.date(LocalDate.parse(value));
        }
        return WORD.matcher(value).matches() ? page.tOr("identity.word." + value, value) : value;
    }
}
