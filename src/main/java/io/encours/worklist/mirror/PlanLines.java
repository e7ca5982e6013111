package io.encours.worklist.mirror;

import java.util.Arrays;

/// Lines of a customer's plan while they are read, in columns.
final class PlanLines {

    private static final int FIRST = 8;

    static final PlanLines NONE = new PlanLines().trimmed();

    long[] items = new long[FIRST];
    long[] amounts = new long[FIRST];
    int[] actionDays = new int[FIRST];
    int[] dueDays = new int[FIRST];
    int[] steps = new int[FIRST];
    int size;

    void add(long item, long amount, int actionDay, int dueDay, int step) {
        if (size == items.length) {
            resize(size * 2);
        }
        items[size] = item;
        amounts[size] = amount;
        actionDays[size] = actionDay;
        dueDays[size] = dueDay;
        steps[size] = step;
        size++;
    }

    PlanLines trimmed() {
        if (size < items.length) {
            resize(size);
        }
        return this;
    }

    private void resize(int length) {
        items = Arrays.copyOf(items, length);
        amounts = Arrays.copyOf(amounts, length);
        actionDays = Arrays.copyOf(actionDays, length);
        dueDays = Arrays.copyOf(dueDays, length);
        steps = Arrays.copyOf(steps, length);
    }
}
