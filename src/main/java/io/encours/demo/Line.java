package io.encours.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One line of an entry, and the matchings it came into over time. Either debit or credit is zero.
final class Line {

    /// A matching as written into the books on a day; `whole`: the lines that bear it balance.
    record Mark(LocalDate day, String code, boolean whole) {}

    private final String account;
    private final @Nullable DemoCustomer customer;
    private final BigDecimal debit;
    private final BigDecimal credit;
    private final @Nullable LocalDate dueDate;
    private final List<Mark> marks = new ArrayList<>();

    private Line(
            String account,
            @Nullable DemoCustomer customer,
            BigDecimal debit,
            BigDecimal credit,
            @Nullable LocalDate dueDate) {
        this.account = account;
        this.customer = customer;
        this.debit = debit;
        this.credit = credit;
        this.dueDate = dueDate;
    }

    static Line debit(String account, BigDecimal amount) {
        return new Line(account, null, amount, BigDecimal.ZERO, null);
    }

    static Line credit(String account, BigDecimal amount) {
        return new Line(account, null, BigDecimal.ZERO, amount, null);
    }

    /// @param root collective account: 411, 413, 416, 4117, 4191
    static Line owes(DemoCustomer customer, String root, BigDecimal amount, LocalDate dueDate) {
        return new Line(root, customer, amount, BigDecimal.ZERO, dueDate);
    }

    static Line owesLess(DemoCustomer customer, String root, BigDecimal amount) {
        return new Line(root, customer, BigDecimal.ZERO, amount, null);
    }

    /// General account, or the collective root of a customer's line.
    String account() {
        return account;
    }

    Optional<DemoCustomer> customer() {
        return Optional.ofNullable(customer);
    }

    BigDecimal debit() {
        return debit;
    }

    BigDecimal credit() {
        return credit;
    }

    BigDecimal balance() {
        return debit.subtract(credit);
    }

    Optional<LocalDate> dueDate() {
        return Optional.ofNullable(dueDate);
    }

    /// Marks come in the order of their days.
    void mark(Mark mark) {
        marks.add(mark);
    }

    /// The matching the books show on a day.
    Optional<Mark> markOn(LocalDate day) {
        return marks.reversed().stream()
                .filter(mark -> !mark.day().isAfter(day))
                .findFirst();
    }

    boolean isSettledOn(LocalDate day) {
        return markOn(day).filter(Mark::whole).isPresent();
    }
}
