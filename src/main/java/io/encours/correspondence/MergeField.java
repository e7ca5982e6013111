package io.encours.correspondence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A field that a template may name: the closed list `ALL` is everything there is. A group (`customer`) has fields that
/// are written `customer.name`; a list (`items`) has fields that are written inside of its section, once for each
/// element.
///
/// @param inside of a group or a list
public record MergeField(String name, Kind kind, List<MergeField> inside) {

    public enum Kind {
        TEXT,
        /// In words in a sentence, in figures in a list.
        DATE,
        AMOUNT,
        NUMBER,
        /// Only a section, shown when it is so.
        CONDITION,
        GROUP,
        LIST;

        /// It is a value that can be printed.
        public boolean isPrinted() {
            return switch (this) {
                case TEXT, DATE, AMOUNT, NUMBER -> true;
                case CONDITION, GROUP, LIST -> false;
            };
        }
    }

    private static final List<MergeField> OF_AN_ITEM = List.of(
            of("number", Kind.TEXT),
            of("label", Kind.TEXT),
            of("date", Kind.DATE),
            of("dueDate", Kind.DATE),
            of("amount", Kind.AMOUNT),
            of("paid", Kind.AMOUNT),
            of("remaining", Kind.AMOUNT),
            of("daysLate", Kind.NUMBER),
            of("overdue", Kind.CONDITION),
            of("partlyPaid", Kind.CONDITION),
            of("credit", Kind.CONDITION));

    private static final List<MergeField> OF_A_FIRM = List.of(
            of("name", Kind.TEXT),
            of("code", Kind.TEXT),
            of("siren", Kind.TEXT),
            of("vatNumber", Kind.TEXT),
            of("address", Kind.TEXT),
            of("postalCode", Kind.TEXT),
            of("city", Kind.TEXT),
            of("country", Kind.TEXT),
            of("email", Kind.TEXT),
            of("phone", Kind.TEXT));

    private static final List<MergeField> OF_A_PERSON =
            List.of(of("name", Kind.TEXT), of("email", Kind.TEXT), of("phone", Kind.TEXT));

    private static final List<MergeField> DATED = List.of(of("date", Kind.DATE), of("amount", Kind.AMOUNT));

    /// All there is, in the order in which people look for it.
    public static final List<MergeField> ALL = List.of(
            of("today", Kind.DATE),
            of("deadline", Kind.DATE),
            group("customer", OF_A_FIRM),
            group("contact", OF_A_PERSON),
            group("company", OF_A_FIRM),
            group("agent", OF_A_PERSON),
            list("items", OF_AN_ITEM),
            list("overdueItems", OF_AN_ITEM),
            list("notDueItems", OF_AN_ITEM),
            list("credits", OF_AN_ITEM),
            of("severalItems", Kind.CONDITION),
            group(
                    "totals",
                    List.of(
                            of("items", Kind.AMOUNT),
                            of("itemCount", Kind.NUMBER),
                            of("daysLate", Kind.NUMBER),
                            of("overdue", Kind.AMOUNT),
                            of("notDue", Kind.AMOUNT),
                            of("unallocated", Kind.AMOUNT),
                            of("balance", Kind.AMOUNT))),
            group(
                    "payment",
                    List.of(
                            of("iban", Kind.TEXT),
                            of("bic", Kind.TEXT),
                            of("reference", Kind.TEXT),
                            of("link", Kind.TEXT))),
            group(
                    "charges",
                    List.of(
                            of("interest", Kind.AMOUNT),
                            of("indemnity", Kind.AMOUNT),
                            of("total", Kind.AMOUNT),
                            of("withItems", Kind.AMOUNT))),
            group("promise", DATED),
            group(
                    "debit",
                    List.of(
                            of("date", Kind.DATE),
                            of("amount", Kind.AMOUNT),
                            of("mandate", Kind.TEXT),
                            of("reason", Kind.TEXT))),
            list("instalments", DATED),
            group("receipt", DATED));

    /// Of a list with this name, among these.
    static Optional<MergeField> named(String name, List<MergeField> fields) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /// Everything that may be written, with its path: `customer.name`, `items.number`.
    public static List<String> paths() {
        var paths = new ArrayList<String>();
        ALL.forEach(field -> field.addPaths("", paths));
        return paths;
    }

    private void addPaths(String before, List<String> paths) {
        paths.add(before + name);
        inside.forEach(field -> field.addPaths(before + name + ".", paths));
    }

    private static MergeField of(String name, Kind kind) {
        return new MergeField(name, kind, List.of());
    }

    private static MergeField group(String name, List<MergeField> fields) {
        return new MergeField(name, Kind.GROUP, fields);
    }

    private static MergeField list(String name, List<MergeField> fields) {
        return new MergeField(name, Kind.LIST, fields);
    }
}
