package io.encours.importing.web;

import io.encours.importing.Draft;
import io.encours.importing.Draft.Origin;
import io.encours.importing.DraftContent;
import io.encours.importing.ImportKind;
import io.encours.importing.layout.Layout;
import io.encours.importing.layout.Reading;
import io.encours.importing.layout.Target;
import io.encours.importing.layout.Target.Need;
import io.encours.importing.rows.Preview.Cell;
import io.encours.importing.text.LineError;
import io.encours.platform.web.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A file that waits, as its page shows it.
///
/// @param proposedAsOf day of the list, when it is one
public record DraftView(Draft draft, DraftContent content, LocalDate proposedAsOf, Page page) {

    /// Larger files are counted when somebody asks.
    private static final long COUNTED_AT_ONCE = 30L << 20;

    /// The ways to say an amount, with the fields each of them needs.
    public enum AmountForm {
        COLUMN,
        DEBIT_CREDIT,
        SENSE;

        public Set<String> fields() {
            return switch (this) {
                case COLUMN -> Set.of(Target.AMOUNT);
                case DEBIT_CREDIT -> Set.of(Target.DEBIT, Target.CREDIT);
                case SENSE -> Set.of(Target.AMOUNT, Target.SENSE);
            };
        }

        static AmountForm of(Layout layout) {
            return layout.hasDebitAndCredit() ? DEBIT_CREDIT : layout.has(Target.SENSE) ? SENSE : COLUMN;
        }
    }

    public String path() {
        return "/imports/drafts/" + draft.id();
    }

    public boolean isTable() {
        return draft.reading() != null;
    }

    public boolean isFec() {
        return draft.kind() == ImportKind.FEC;
    }

    public boolean isList() {
        return draft.kind() != null && draft.kind().isList();
    }

    public boolean isFull() {
        return draft.fullAsOf() != null;
    }

    public LocalDate asOf() {
        return Optional.ofNullable(draft.fullAsOf()).orElse(proposedAsOf);
    }

    public Layout layout() {
        return Optional.ofNullable(draft.reading()).map(Reading::layout).orElseThrow();
    }

    public String mapping() {
        return Optional.ofNullable(draft.reading()).map(Reading::mapping).orElse("");
    }

    public String columnsTitle() {
        return mapping().isEmpty()
                ? page.t("importing.page.columnsRecognised", layout().columns().size())
                : page.t("importing.page.columnsMapping", mapping());
    }

    public String sheet() {
        return Optional.ofNullable(draft.reading()).map(Reading::sheet).orElse("");
    }

    public AmountForm amountForm() {
        return AmountForm.of(layout());
    }

    public boolean hasAmountForms() {
        return content.targets().stream().anyMatch(target -> target.need() == Need.AMOUNT);
    }

    /// The fields to say a column for, without the ways to say an amount that are not in use.
    public List<Target> targets() {
        return content.targets().stream()
                .filter(target ->
                        target.need() != Need.AMOUNT || amountForm().fields().contains(target.name()))
                .toList();
    }

    public boolean isRequired(Target target) {
        return target.need() != Need.OPTIONAL;
    }

    public boolean isMissing(Target target) {
        return isRequired(target)
                && column(target).isEmpty()
                && (target.need() == Need.REQUIRED || !layout().hasAmount());
    }

    public String column(Target target) {
        return layout().columns().getOrDefault(target.name(), "");
    }

    public String samples(Target target) {
        var name = column(target);
        return content.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .map(column -> String.join(" · ", column.samples()))
                .orElse("");
    }

    public String field(String name) {
        return page.t("importing.field." + name);
    }

    public String missing() {
        return content.missing().stream().map(this::field).collect(Collectors.joining(", "));
    }

    /// Whether the columns need a look before anything else.
    public boolean isOpen() {
        return draft.origin() == Origin.GUESSED
                || draft.origin() == Origin.SAID
                || !content.missing().isEmpty();
    }

    public boolean isCountedAtOnce() {
        return draft.fileSize() <= COUNTED_AT_ONCE || draft.checkId() != null;
    }

    public String value(Cell cell) {
        if (cell.amount() != null) {
            return page.amount(cell.amount());
        }
        return cell.date() != null ? page.date(cell.date()) : cell.text();
    }

    public boolean isNumeric(Target target) {
        return target.content() == Target.Content.AMOUNT;
    }

    public String sentence(LineError error) {
        return page.t(error.reason(), error.arguments().toArray());
    }

    public String size() {
        return RunView.size(draft.fileSize(), page);
    }

    public String state() {
        return page.t("importing.page.draft." + stateName());
    }

    public String badge() {
        return switch (stateName()) {
            case "UNREADABLE" -> "bad";
            case "GUESSED", "INCOMPLETE", "LIST" -> "warn";
            default -> "good";
        };
    }

    private String stateName() {
        if (draft.refusal() != null) {
            return Origin.UNREADABLE.name();
        }
        if (!draft.isReady()) {
            return "INCOMPLETE";
        }
        return isFull() ? "LIST" : draft.origin().name();
    }

    public String refusal() {
        var key = draft.refusal();
        return key == null ? "" : page.t(key, draft.refusalArguments().toArray());
    }

    public @Nullable Long checkId() {
        return draft.checkId();
    }
}
