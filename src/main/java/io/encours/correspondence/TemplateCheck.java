package io.encours.correspondence;

import io.encours.correspondence.MergeField.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds everything that is wrong with the text of a template: fields that do not exist, sections that do not close,
/// forms of the language that are not allowed.
final class TemplateCheck {

    /// @param field null: its name does not exist, which was told
    private record Open(Tag tag, @Nullable MergeField field) {}

    /// Sections inside of sections; and as many faults as anybody reads.
    private static final int DEEPEST = 12;

    private static final int MOST = 50;
    private static final int LONGEST_NAME = 60;

    private final String text;
    private final boolean isHtml;
    private final List<Flaw> flaws = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();

    private TemplateCheck(String text, boolean isHtml) {
        this.text = text;
        this.isHtml = isHtml;
    }

    /// In the order of the text; what follows the fiftieth is not looked at.
    static List<Flaw> flaws(String text, boolean isHtml) {
        var check = new TemplateCheck(text, isHtml);
        for (var tag : Tag.in(text)) {
            check.look(tag);
            if (check.flaws.size() >= MOST) {
                break;
            }
        }
        check.open.forEach(
                section -> check.wrong(section.tag(), "unclosed", section.tag().name()));
        check.flaws.sort(Comparator.comparingInt(Flaw::line).thenComparingInt(Flaw::column));
        return check.flaws.stream().limit(MOST).toList();
    }

    private void look(Tag tag) {
        if (isHtml && tag.kind() != Tag.Kind.FIELD && isInsideOfAMark(tag.start())) {
            wrong(tag, "insideOfAMark", text.substring(tag.start(), tag.end()));
        }
        switch (tag.kind()) {
            case FIELD -> field(tag);
            case SECTION, INVERTED -> open(tag);
            case CLOSING -> close(tag);
            case FORBIDDEN -> wrong(tag, "forbidden", text.substring(tag.start(), tag.end()));
            case UNCLOSED -> wrong(tag, "unclosedTag");
            case COMMENT -> {}
        }
    }

    private void field(Tag tag) {
        var field = find(tag);
        if (field != null && !field.kind().isPrinted()) {
            wrong(tag, "isSection", tag.name());
        }
    }

    private void open(Tag tag) {
        if (open.size() >= DEEPEST) {
            wrong(tag, "tooDeep", String.valueOf(DEEPEST));
        }
        open.push(new Open(tag, find(tag)));
    }

    private void close(Tag tag) {
        if (open.isEmpty()) {
            wrong(tag, "notOpened", tag.name());
        } else if (open.peek().tag().name().equals(tag.name())) {
            open.pop();
        } else if (open.stream().anyMatch(section -> section.tag().name().equals(tag.name()))) {
            while (!open.element().tag().name().equals(tag.name())) {
                var forgotten = open.pop().tag();
                wrong(forgotten, "unclosed", forgotten.name());
            }
            open.pop();
        } else {
            wrong(tag, "closesOther", tag.name(), open.peek().tag().name());
        }
    }

    /// The field of the name, told when there is none.
    private @Nullable MergeField find(Tag tag) {
        var found = resolve(tag.name());
        if (found.isEmpty()) {
            unknown(tag);
        }
        return found.orElse(null);
    }

    /// As the text is filled: the first part of the name is looked for in the innermost section first, then outwards.
    private Optional<MergeField> resolve(String name) {
        var parts = name.split("\\.", -1);
        var field = open.stream()
                .filter(section -> section.tag().kind() == Tag.Kind.SECTION)
                .flatMap(section -> Optional.ofNullable(section.field()).stream())
                .flatMap(section -> MergeField.named(parts[0], section.inside()).stream())
                .findFirst()
                .or(() -> MergeField.named(parts[0], MergeField.ALL));
        for (var part = 1; part < parts.length; part++) {
            var next = parts[part];
            field = field.filter(outer -> outer.kind() == Kind.GROUP)
                    .flatMap(outer -> MergeField.named(next, outer.inside()));
        }
        return field;
    }

    private void unknown(Tag tag) {
        var name = tag.name();
        var last = name.substring(name.lastIndexOf('.') + 1);
        var list = MergeField.ALL.stream()
                .filter(field -> field.kind() == Kind.LIST)
                .filter(field -> name.equals(last) || name.equals(field.name() + "." + last))
                .filter(field -> MergeField.named(last, field.inside()).isPresent())
                .findFirst();
        if (list.isPresent()) {
            wrong(tag, "onlyInside", last, list.get().name());
            return;
        }
        (name.length() <= LONGEST_NAME ? nearest(name) : Optional.<String>empty())
                .ifPresentOrElse(
                        near -> wrong(tag, "unknownFieldNear", name, near), () -> wrong(tag, "unknownField", name));
    }

    /// The field that was probably meant.
    private Optional<String> nearest(String name) {
        var typed = name.toLowerCase(Locale.ROOT);
        return MergeField.paths().stream()
                .filter(path -> resolve(path).isPresent())
                .filter(path -> distance(typed, path.toLowerCase(Locale.ROOT)) <= Math.max(1, path.length() / 4))
                .min(Comparator.comparingInt(path -> distance(typed, path.toLowerCase(Locale.ROOT))));
    }

    /// Letters to be put, taken away or changed to make one word of the other (Levenshtein).
    private static int distance(String one, String other) {
        var before = new int[other.length() + 1];
        for (var column = 0; column <= other.length(); column++) {
            before[column] = column;
        }
        for (var row = 1; row <= one.length(); row++) {
            var now = new int[other.length() + 1];
            now[0] = row;
            for (var column = 1; column <= other.length(); column++) {
                var changed = before[column - 1] + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
                now[column] = Math.min(changed, 1 + Math.min(before[column], now[column - 1]));
            }
            before = now;
        }
        return before[other.length()];
    }

    /// Between `<` and `>`.
    private boolean isInsideOfAMark(int offset) {
        var opened = text.lastIndexOf('<', offset);
        return opened >= 0
                && text.lastIndexOf('>', offset) < opened
                && opened + 1 < text.length()
                && (Character.isLetter(text.charAt(opened + 1)) || text.charAt(opened + 1) == '/');
    }

    private void wrong(Tag tag, String flaw, String... arguments) {
        var before = text.substring(0, tag.start());
        var line = (int) before.chars().filter(letter -> letter == '\n').count() + 1;
        var column = tag.start() - (before.lastIndexOf('\n') + 1) + 1;
        flaws.add(new Flaw(line, column, "correspondence.flaw." + flaw, List.of(arguments)));
    }
}
