package io.encours.worklist.mirror;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// The plan of all companies at one moment. Never changed; a newer one takes its place.
public final class MirroredPlan {

    private final String snapshot;
    private final Instant readAt;
    private final MirroredCustomer[] customers;
    private final long[] ids;
    private final int[] places;
    private final List<Step> steps;

    private MirroredPlan(
            String snapshot, Instant readAt, MirroredCustomer[] customers, long[] ids, int[] places, List<Step> steps) {
        this.snapshot = snapshot;
        this.readAt = readAt;
        this.customers = customers;
        this.ids = ids;
        this.places = places;
        this.steps = steps;
    }

    /// @param customers by name
    static MirroredPlan of(String snapshot, Instant readAt, MirroredCustomer[] customers, List<Step> steps) {
        var byId = IntStream.range(0, customers.length)
                .boxed()
                .sorted((one, other) -> Long.compare(customers[one].id(), customers[other].id()))
                .mapToInt(Integer::intValue)
                .toArray();
        var ids = Arrays.stream(byId).mapToLong(place -> customers[place].id()).toArray();
        return new MirroredPlan(snapshot, readAt, customers, ids, byId, steps);
    }

    /// The same customers in the same order, some of them newer.
    MirroredPlan with(String newer, Instant instant, List<MirroredCustomer> changed, List<Step> allSteps) {
        var all = customers.clone();
        for (var customer : changed) {
            all[place(customer.id()).orElseThrow()] = customer;
        }
        return new MirroredPlan(newer, instant, all, ids, places, allSteps);
    }

    /// How many customers, with and without a plan.
    public int size() {
        return customers.length;
    }

    /// @param place in the order of names, from 0
    public MirroredCustomer customer(int place) {
        return customers[place];
    }

    /// Where a customer stands in the order of names; empty: there is none with the id.
    public OptionalInt place(long customerId) {
        var found = Arrays.binarySearch(ids, customerId);
        return found < 0 ? OptionalInt.empty() : OptionalInt.of(places[found]);
    }

    /// By their numbers.
    public List<Step> steps() {
        return steps;
    }

    String snapshot() {
        return snapshot;
    }

    Instant readAt() {
        return readAt;
    }
}
