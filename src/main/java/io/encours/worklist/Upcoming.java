package io.encours.worklist;

import io.encours.platform.Scope;
import io.encours.worklist.mirror.MirroredCustomer;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// What comes next, when there is nothing to do now.
@Service
public class Upcoming {

    /// @param actions planned on the day
    public record Day(LocalDate date, int actions) {}

    private final Pickers pickers;

    Upcoming(Pickers pickers) {
        this.pickers = pickers;
    }

    /// The first day after this one with an action; empty: there is none.
    public Optional<Day> after(Scope scope, LocalDate day) {
        var picker = pickers.of(new Selection(scope, Filter.NONE, Selection.ALL));
        var first = new int[] {MirroredCustomer.NO_DAY, 0};
        picker.customers(0, customer -> {
            picker.lines(line -> {
                var planned = customer.actionDay(line);
                if (planned > day.toEpochDay() && planned <= first[0] && planned != MirroredCustomer.NO_DAY) {
                    first[1] = planned == first[0] ? first[1] + 1 : 1;
                    first[0] = planned;
                }
            });
            return true;
        });
        return first[1] == 0 ? Optional.empty() : Optional.of(new Day(LocalDate.ofEpochDay(first[0]), first[1]));
    }
}
