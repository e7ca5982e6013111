package io.encours.correspondence.letter;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.correspondence.MergeData.Person;
import io.encours.correspondence.letter.Account.OpenItem;
import io.encours.correspondence.letter.LetterRules.Verdict;
import io.encours.correspondence.letter.Refusal.Reason;
import io.encours.customer.Customer;
import io.encours.strategy.Purpose;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A1 who is written to, and about what")
class LetterRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    /// Amounts of items by id 1, 2 …, each with its days of delay (D: a deposit, H: held); those asked for;
    /// those it is about, or why there is no letter.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "REMINDER      | Rue   | Lyon | 100@10 50@-5         | -   | 1",
                "REMINDER      | Rue   | Lyon | 100@10 50@0          | -   | 1",
                "REMINDER      | Rue   | Lyon | 100@10 50@-5         | 2 1 | 1 2",
                "REMINDER      | Rue   | Lyon | 100@10 50@-5         | 3   | ITEM_NOT_OPEN",
                "REMINDER      | Rue   | Lyon | 50@-5                | -   | NOTHING_OPEN",
                "REMINDER      | -     | Lyon | 100@10               | -   | NO_ADDRESS",
                "REMINDER      | Rue   | -    | 100@10               | -   | NO_ADDRESS",
                "REMINDER      | Rue   | Lyon | 100@10 -100@20       | -   | IN_CREDIT",
                "REMINDER      | Rue   | Lyon | 100@10 -99.99@20     | -   | 1",
                "REMINDER      | Rue   | Lyon | 100@10 -100@20:D     | -   | 1",
                "REMINDER      | Rue   | Lyon | 100@10 900@-9 -100@1 | -   | IN_CREDIT",
                "FORMAL_NOTICE | Rue   | Lyon | 100@10 -100@20       | 1   | IN_CREDIT",
                "ANNOUNCEMENT  | Rue   | Lyon | 100@-10 -40@20       | 1   | 1",
                "ANNOUNCEMENT  | Rue   | Lyon | 100@-10 -100@20      | 1   | IN_CREDIT",
                "REMINDER      | Rue   | Lyon | 100@10 50@20:H       | -   | 1",
                "REMINDER      | Rue   | Lyon | 100@10 50@20:H       | 1 2 | NOT_CHASED",
                "ANNOUNCEMENT  | Rue   | Lyon | 100@-10:H            | 1   | 1",
                "REMINDER      | Rue   | Lyon | 100@10 -40@5         | 2   | NOTHING_OPEN",
                "REMINDER      | Rue   | Lyon | 100@10 -40@5         | 1 2 | 1 2",
                "STATEMENT     | Rue   | Lyon | 100@-10 -200@20      | -   | 1 2",
                "STATEMENT     | Rue   | Lyon | -                    | -   | NOTHING_OPEN"
            })
    void a_letter_is_about_open_items_and_refused_where_there_is_nothing_to_ask(
            Purpose purpose,
            @Nullable String street,
            @Nullable String city,
            @Nullable String items,
            @Nullable String asked,
            String expected) {
        var order = LetterOrder.about(1, asked == null ? List.of() : ids(asked));
        var verdict = LetterRules.judge(account(street, city, items), order, purpose, TODAY);
        assertThat(verdict)
                .isEqualTo(
                        Character.isDigit(expected.charAt(0))
                                ? new Verdict.About(account(street, city, items).open().stream()
                                        .filter(item -> ids(expected).contains(item.id()))
                                        .toList())
                                : new Verdict.Refused(Reason.valueOf(expected)));
    }

    private static List<Long> ids(String words) {
        return List.of(words.split(" ")).stream().map(Long::valueOf).toList();
    }

    private static Account account(@Nullable String street, @Nullable String city, @Nullable String items) {
        var open = new ArrayList<OpenItem>();
        for (var item : items == null ? new String[0] : items.split(" ")) {
            var parts = item.split("[@:]");
            var amount = new BigDecimal(parts[0]);
            var due = TODAY.minusDays(Long.parseLong(parts[1]));
            open.add(new OpenItem(
                    open.size() + 1,
                    "F" + (open.size() + 1),
                    "",
                    item.endsWith(":D"),
                    !item.endsWith(":H"),
                    due,
                    due,
                    amount,
                    amount));
        }
        var details = new Customer.Details(
                "Client", null, null, null, null, null, null, null, "fr", null, null, street, null, city, "FR", null,
                null, null, null, null);
        return new Account(
                new Customer(1, 1, "T", "C1", details, null, null, false, "EUR"), Person.NOBODY, false, open);
    }
}
