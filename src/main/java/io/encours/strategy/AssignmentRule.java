package io.encours.strategy;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One rule of the list that says which strategy a customer follows (A6). What is empty or null asks nothing; what is
/// given must all hold. Words are compared without regard to case and surrounding blanks.
///
/// @param label for people; may be empty
/// @param company code; null: customers of every company
/// @param groups the customer's group is one of these
/// @param countries ISO 3166
/// @param overdueFrom at least so much is overdue, in the currency of the company
/// @param overdueBelow less than so much is overdue
/// @param strategy code of the strategy that is followed
public record AssignmentRule(
        String label,
        @Nullable String company,
        List<String> groups,
        List<String> countries,
        List<String> riskClasses,
        List<String> paymentMethods,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        BigDecimal overdueFrom,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        BigDecimal overdueBelow,

        String strategy) {

    /// What a rule may ask.
    public enum Criterion {
        COMPANY,
        GROUP,
        COUNTRY,
        RISK_CLASS,
        PAYMENT_METHOD,
        OVERDUE;

        public String messageKey() {
            return "strategy.rules.criterion." + name();
        }
    }

    /// All of a customer that rules look at.
    ///
    /// @param ownStrategy code of the strategy set on the customer
    /// @param overdue in the currency of the company
    public record Facts(
            String company,
            @Nullable String group,
            String country,
            @Nullable String riskClass,
            @Nullable String paymentMethod,
            @Nullable String ownStrategy,
            BigDecimal overdue) {}

    /// What the rule asks and the customer does not have; empty: it fits.
    public List<Criterion> unmet(Facts facts) {
        var unmet = new ArrayList<Criterion>();
        note(unmet, Criterion.COMPANY, company == null || company.equals(facts.company()));
        note(unmet, Criterion.GROUP, isAmong(groups, facts.group()));
        note(unmet, Criterion.COUNTRY, isAmong(countries, facts.country()));
        note(unmet, Criterion.RISK_CLASS, isAmong(riskClasses, facts.riskClass()));
        note(unmet, Criterion.PAYMENT_METHOD, isAmong(paymentMethods, facts.paymentMethod()));
        note(
                unmet,
                Criterion.OVERDUE,
                (overdueFrom == null || facts.overdue().compareTo(overdueFrom) >= 0)
                        && (overdueBelow == null || facts.overdue().compareTo(overdueBelow) < 0));
        return unmet;
    }

    boolean asksForAmounts() {
        return overdueFrom != null || overdueBelow != null;
    }

    private static void note(List<Criterion> unmet, Criterion criterion, boolean holds) {
        if (!holds) {
            unmet.add(criterion);
        }
    }

    private static boolean isAmong(List<String> wanted, @Nullable String value) {
        return wanted.isEmpty()
                || wanted.stream().anyMatch(one -> plain(one).equals(plain(Objects.requireNonNullElse(value, ""))));
    }

    private static String plain(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }
}
