package io.encours.correspondence;

import io.encours.company.Companies;
import io.encours.company.Letterheads;
import io.encours.correspondence.MergeData.Charges;
import io.encours.correspondence.MergeData.Line;
import io.encours.correspondence.MergeData.Occasion;
import io.encours.correspondence.MergeData.Party;
import io.encours.correspondence.MergeData.PaymentMeans;
import io.encours.correspondence.MergeData.Person;
import io.encours.correspondence.MergeData.Totals;
import io.encours.customer.Customer;
import io.encours.identity.Users;
import io.encours.receivable.Item;
import io.encours.receivable.Position;
import io.encours.receivable.Receivables;
import io.encours.receivable.interest.Amounts;
import io.encours.receivable.interest.InterestClaims;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/// Reads what is known of a customer for the fields of templates. Deadline, charges and occasion are the matter of
/// whoever writes; `MergeData.until`, `with` and `about` add them.
@Service
public class MergeReader {

    private static final Comparator<Item> BY_DUE_DATE =
            Comparator.comparing(Item::dueDate).thenComparing(Item::document);

    private final Companies companies;
    private final Receivables receivables;
    private final Users users;
    private final Letterheads letterheads;
    private final InterestClaims interest;

    MergeReader(
            Companies companies,
            Receivables receivables,
            Users users,
            Letterheads letterheads,
            InterestClaims interest) {
        this.companies = companies;
        this.receivables = receivables;
        this.users = users;
        this.letterheads = letterheads;
        this.interest = interest;
    }

    /// @param customer whom the caller has read within the scope
    /// @param items the message is about, whatever their order
    public MergeData read(Customer customer, Collection<Item> items, LocalDate today) {
        var company = companies.byId(customer.companyId());
        var paper = letterheads.of(company.id());
        var position = receivables
                .positions(List.of(customer.id()), today)
                .getOrDefault(customer.id(), Position.none(customer.id(), customer.currency()));
        var agent = Optional.ofNullable(customer.agentId()).flatMap(users::byId);
        return new MergeData(
                today,
                null,
                customer.currency(),
                Party.of(customer, company),
                Person.NOBODY,
                Party.of(paper, company),
                agent.map(user -> new Person(user.name(), user.email(), null)).orElse(Person.NOBODY),
                items.stream().sorted(BY_DUE_DATE).map(MergeReader::line).toList(),
                totals(position),
                PaymentMeans.of(paper, customer),
                null,
                Occasion.NONE);
    }

    /// What may be claimed for the late payment of these items; empty: nothing.
    public Optional<Charges> charges(Customer customer, Collection<Item> items, LocalDate today) {
        var ids = items.stream().map(Item::id).collect(Collectors.toSet());
        var claimable = interest.of(customer, today).claims().stream()
                .filter(claim -> ids.contains(claim.item()))
                .map(claim -> claim.claimable().positive())
                .reduce(Amounts.NONE, Amounts::plus);
        return Optional.of(claimable)
                .filter(amounts -> amounts.total().signum() > 0)
                .map(amounts -> new Charges(amounts.interest(), amounts.indemnity()));
    }

    private static Line line(Item item) {
        return new Line(
                item.document(), item.label(), item.documentDate(), item.dueDate(), item.original(), item.remaining());
    }

    private static Totals totals(Position position) {
        var credits = position.unallocated().add(position.creditNotes()).add(position.deposits());
        return new Totals(position.overdue(), position.notDue(), credits.negate(), position.balance());
    }
}
