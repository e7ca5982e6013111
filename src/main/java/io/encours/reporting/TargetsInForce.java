package io.encours.reporting;

import static java.util.stream.Collectors.groupingBy;

import io.encours.reporting.CollectionTarget.Basis;
import io.encours.reporting.CollectionTarget.Entered;
import io.encours.reporting.EffectivenessStore.Movement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which target counts for whom in a month: company by company what was entered, else what was computed (R1).
/// An entered target is that of a whole company or of a collector's whole portfolio; where some of their customers
/// are left out, by group, country, site, none that was entered counts.
final class TargetsInForce {

    private final Extent extent;
    private final List<CollectionTargetStore.Row> entered;
    private final Map<Long, List<Movement>> byCompany;

    TargetsInForce(Extent extent, List<CollectionTargetStore.Row> entered, List<Movement> movements) {
        this.extent = extent;
        this.entered = extent.filter().leavesOutByMoreThanCollector()
                ? List.of()
                : entered.stream().filter(row -> isSeen(row, extent)).toList();
        this.byCompany = movements.stream().collect(groupingBy(Movement::companyId));
    }

    /// Of all together: the companies', or the collectors' where not every customer is seen.
    CollectionTarget of(BigDecimal collected) {
        var isOfCollectors =
                !extent.scope().seesEveryone() || extent.filter().customers().agent() != null;
        var parts = extent.companyIds().stream()
                .flatMap(company -> isOfCollectors
                        ? collectors(company).map(agent -> part(company, agent))
                        : Stream.of(part(company, null)))
                .toList();
        return together(parts, collected);
    }

    /// @param agent login; empty: customers without a collector
    CollectionTarget of(String agent, BigDecimal collected) {
        return together(
                extent.companyIds().stream()
                        .map(company -> part(company, agent))
                        .toList(),
                collected);
    }

    /// Collectors of whom something is wanted though they have nothing to collect: names by login.
    Stream<Map.Entry<String, String>> wantedOf() {
        return entered.stream()
                .filter(row -> row.entered().agent() != null)
                .map(row -> Map.entry(
                        Objects.requireNonNull(row.entered().agent()), Objects.requireNonNullElse(row.name(), "")))
                .distinct();
    }

    private record Part(BigDecimal computed, List<Entered> entered) {

        boolean isNothing() {
            return entered.isEmpty() && computed.signum() == 0;
        }

        BigDecimal amount() {
            return entered.isEmpty() ? computed : entered.getFirst().amount();
        }
    }

    /// @param agent login; null: the whole company
    private Part part(long company, @Nullable String agent) {
        var computed = byCompany.getOrDefault(company, List.of()).stream()
                .filter(movement -> agent == null || movement.agent().equals(agent))
                .map(Movement::knownAtStart)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Part(
                computed,
                entered.stream()
                        .filter(row -> row.companyId() == company
                                && Objects.equals(row.entered().agent(), agent))
                        .map(CollectionTargetStore.Row::entered)
                        .toList());
    }

    private Stream<String> collectors(long company) {
        return Stream.concat(
                        byCompany.getOrDefault(company, List.of()).stream().map(Movement::agent),
                        wantedOf().map(Map.Entry::getKey))
                .distinct();
    }

    private CollectionTarget together(List<Part> parts, BigDecimal collected) {
        var counted = parts.stream().filter(part -> !part.isNothing()).toList();
        var said = new ArrayList<Entered>();
        counted.forEach(part -> said.addAll(part.entered()));
        var amount = extent.money(sum(counted.stream().map(Part::amount)));
        return new CollectionTarget(
                amount,
                said.isEmpty() ? Basis.COMPUTED : said.size() == counted.size() ? Basis.ENTERED : Basis.PARTLY_ENTERED,
                extent.money(sum(counted.stream().map(Part::computed))),
                Rate.of(collected, amount),
                said.stream()
                        .map(one ->
                                new Entered(one.company(), one.agent(), extent.money(one.amount()), one.by(), one.at()))
                        .toList());
    }

    private static BigDecimal sum(Stream<BigDecimal> amounts) {
        return amounts.reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// Nobody hears what is wanted of somebody else but who sees everybody's customers.
    private static boolean isSeen(CollectionTargetStore.Row row, Extent extent) {
        var agent = extent.filter().customers().agent();
        var scope = extent.scope();
        var isOwn = scope.seesEveryone()
                || row.agentId() == scope.userId()
                || scope.covered().contains(row.agentId());
        return isOwn
                && (agent == null
                        || row.agentId() == CollectionTargetStore.COMPANY
                        || agent.equalsIgnoreCase(row.entered().agent()));
    }
}
