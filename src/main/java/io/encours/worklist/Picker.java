package io.encours.worklist;

import io.encours.customer.SearchKey;
import io.encours.prediction.DelayReference;
import io.encours.worklist.mirror.MirroredCustomer;
import io.encours.worklist.mirror.MirroredPlan;
import io.encours.worklist.mirror.Step;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A selection, ready to be asked of many customers: which of their lines are in it. Used for one question by one
/// thread.
final class Picker {

    private static final int SCALE = 4;

    private final Selection selection;
    private final MirroredPlan plan;
    private final @Nullable Long company;
    private final @Nullable Long agent;
    private final List<String> words;
    private final long amountFrom;
    private final long amountTo;
    private final int dueFrom;
    private final int dueTo;
    private final int actionFrom;
    private final int actionTo;
    private final Map<Long, DelayReference> references;
    private final boolean asksForHabits;
    private final int dmpFrom;
    private final int dmpTo;
    private final int dsoFrom;
    private final int dsoTo;
    private final @Nullable String riskClass;
    private final boolean[] isAction;
    private final boolean[] isInGroup;
    private final boolean[] isCredit;
    private final boolean creditsCount;

    private int[] picked = new int[64];
    private int size;
    private int place;

    /// @param company of the filter; null: any
    /// @param agent of the filter; null: any
    /// @param references what companies count the average payment delay from, where it is not the invoice date
    Picker(
            Selection selection,
            MirroredPlan plan,
            @Nullable Long company,
            @Nullable Long agent,
            Map<Long, DelayReference> references) {
        this.selection = selection;
        this.plan = plan;
        this.company = company;
        this.agent = agent;
        this.references = references;
        var filter = selection.filter();
        var items = filter.items();
        var actions = filter.actions();
        var behaviour = filter.behaviour();
        var named = filter.customers().words();
        this.words = named == null || named.isBlank() ? List.of() : SearchKey.words(named);
        this.amountFrom = amount(items.amountFrom(), RoundingMode.CEILING, Long.MIN_VALUE);
        this.amountTo = amount(items.amountTo(), RoundingMode.FLOOR, Long.MAX_VALUE);
        this.dueFrom = day(items.dueFrom(), Integer.MIN_VALUE);
        this.dueTo = day(items.dueTo(), Integer.MAX_VALUE);
        this.actionFrom = day(actions.from(), Integer.MIN_VALUE);
        this.actionTo = day(actions.to(), Integer.MAX_VALUE);
        this.dmpFrom = tenths(behaviour.delayFrom(), RoundingMode.CEILING, Integer.MIN_VALUE);
        this.dmpTo = tenths(behaviour.delayTo(), RoundingMode.FLOOR, Integer.MAX_VALUE);
        this.dsoFrom = tenths(behaviour.dsoFrom(), RoundingMode.CEILING, Integer.MIN_VALUE);
        this.dsoTo = tenths(behaviour.dsoTo(), RoundingMode.FLOOR, Integer.MAX_VALUE);
        this.riskClass = behaviour.riskClass() == null || behaviour.riskClass().isBlank()
                ? null
                : behaviour.riskClass().strip();
        this.asksForHabits = behaviour.asksForDelay()
                || behaviour.dsoFrom() != null
                || behaviour.dsoTo() != null
                || riskClass != null;
        var group = selection.group().action();
        this.creditsCount = group == null || selection.isWithoutAction();
        var account = items.controlAccount();
        Predicate<Step> ofAccount =
                step -> account == null || account.isBlank() || account.equals(step.controlAccount());
        this.isAction = each(ofAccount
                .and(Step::isAction)
                .and(step -> actions.types().isEmpty() || actions.types().contains(step.type()))
                .and(step -> actions.stages().isEmpty() || actions.stages().contains(step.stage())));
        this.isInGroup = each(step -> group == null || group.equals(step.code()));
        this.isCredit = each(ofAccount.and(Predicate.not(Step::isAction)));
    }

    MirroredPlan plan() {
        return plan;
    }

    /// Goes through the customers that have lines in the selection, by name; `lines` has those of the one shown.
    ///
    /// @param from first place by name
    /// @param each says whether to go on
    void customers(int from, Predicate<MirroredCustomer> each) {
        var group = selection.group().customer();
        var only = group == null ? -1 : plan.place(group).orElse(plan.size());
        var end = group == null ? plan.size() : Math.min(only + 1, plan.size());
        for (var next = Math.max(from, only); next < end; next++) {
            var customer = plan.customer(next);
            if (pick(customer, next) && !each.test(customer)) {
                return;
            }
        }
    }

    /// A customer, when they have lines in the selection.
    Optional<MirroredCustomer> customer(long id) {
        var place = plan.place(id);
        return place.isPresent() && pick(plan.customer(place.getAsInt()), place.getAsInt())
                ? Optional.of(plan.customer(place.getAsInt()))
                : Optional.empty();
    }

    /// Place of a customer by name.
    OptionalInt place(long customerId) {
        return plan.place(customerId);
    }

    /// Place of the customer whose lines were just picked.
    int place() {
        return place;
    }

    List<Step> steps() {
        return plan.steps();
    }

    /// Finds the lines of a customer that are in the selection: actions, and credits beside them (S4).
    ///
    /// @return whether there are any; `lines` goes through them
    private boolean pick(MirroredCustomer customer, int at) {
        place = at;
        size = 0;
        if (customer.size() == 0 || !isWanted(customer)) {
            return false;
        }
        var hasAction = false;
        for (var line = 0; line < customer.size(); line++) {
            var step = customer.step(line);
            if (isAction[step] && isItem(customer, line) && isDay(customer.actionDay(line))) {
                hasAction = true;
                if (isInGroup[step]) {
                    add(line);
                }
            }
        }
        if (creditsCount && hasAction) {
            if (selection.isWithoutAction()) {
                size = 0;
            }
            for (var line = 0; line < customer.size(); line++) {
                if (isCredit[customer.step(line)] && isItem(customer, line)) {
                    add(line);
                }
            }
        }
        return size > 0;
    }

    /// The lines just picked.
    void lines(IntConsumer each) {
        for (var index = 0; index < size; index++) {
            each.accept(picked[index]);
        }
    }

    Step step(MirroredCustomer customer, int line) {
        return plan.steps().get(customer.step(line));
    }

    private void add(int line) {
        if (size == picked.length) {
            picked = Arrays.copyOf(picked, size * 2);
        }
        picked[size++] = line;
    }

    private boolean isWanted(MirroredCustomer customer) {
        return (company == null || company == customer.companyId())
                && (agent == null || agent.equals(customer.agentId()))
                && selection.scope().covers(customer.companyId(), customer.agentId())
                && words.stream().allMatch(customer.searchKey()::contains)
                && (!asksForHabits || hasHabits(customer));
    }

    /// Of whom nothing is known is within no bounds.
    private boolean hasHabits(MirroredCustomer customer) {
        var behaviour = selection.filter().behaviour();
        var delay = switch (references.getOrDefault(customer.companyId(), DelayReference.INVOICE_DATE)) {
            case INVOICE_DATE -> customer.meanDelay();
            case DUE_DATE -> customer.meanLateness();
        };
        return (riskClass == null || riskClass.equalsIgnoreCase(customer.riskClass()))
                && (!behaviour.asksForDelay() || isBetween(delay, dmpFrom, dmpTo))
                && ((behaviour.dsoFrom() == null && behaviour.dsoTo() == null)
                        || isBetween(customer.dso(), dsoFrom, dsoTo));
    }

    private static boolean isBetween(int figure, int from, int to) {
        return figure != MirroredCustomer.UNKNOWN && figure >= from && figure <= to;
    }

    private boolean isItem(MirroredCustomer customer, int line) {
        var amount = customer.amount(line);
        var due = customer.dueDay(line);
        return amount >= amountFrom && amount <= amountTo && due >= dueFrom && due <= dueTo;
    }

    private boolean isDay(int action) {
        return action >= actionFrom && action <= actionTo;
    }

    private boolean[] each(Predicate<Step> test) {
        var answers = new boolean[plan.steps().size()];
        for (var number = 0; number < answers.length; number++) {
            answers[number] = test.test(plan.steps().get(number));
        }
        return answers;
    }

    private static long amount(@Nullable BigDecimal amount, RoundingMode rounding, long otherwise) {
        if (amount == null) {
            return otherwise;
        }
        var scaled = amount.setScale(SCALE, rounding).unscaledValue();
        return scaled.bitLength() < Long.SIZE
                ? scaled.longValue()
                : scaled.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    private static int tenths(@Nullable BigDecimal days, RoundingMode rounding, int otherwise) {
        return days == null
                ? otherwise
                : (int) Math.clamp(
                        days.setScale(1, rounding).unscaledValue().doubleValue(),
                        Integer.MIN_VALUE + 1,
                        Integer.MAX_VALUE);
    }

    private static int day(@Nullable LocalDate day, int otherwise) {
        return day == null ? otherwise : Math.toIntExact(day.toEpochDay());
    }
}
