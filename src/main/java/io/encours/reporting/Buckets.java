package io.encours.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/// The buckets of the aged balance (kpi.md §1): days late = as of − due date, in calendar days; what is due
/// today is not
/// late. The first bucket is what is not due, the last one has no end.
///
/// @param edges last day of each bucket but the first and the last, ascending: 30, 60, 90
public record Buckets(List<Integer> edges) {

    public static final Buckets USUAL = new Buckets(List.of(30, 60, 90));

    static final int MOST = 10;

    public Buckets {
        edges = List.copyOf(edges);
    }

    /// `NOT_DUE`, `1-30`, `31-60`, `61-90`, `90+`.
    public List<String> names() {
        var names = new ArrayList<String>();
        names.add("NOT_DUE");
        var first = 1;
        for (var edge : edges) {
            names.add(first + "-" + edge);
            first = edge + 1;
        }
        names.add(edges.getLast() + "+");
        return names;
    }

    /// How many, with what is not due.
    public int size() {
        return edges.size() + 2;
    }

    /// The earliest due date in a bucket as of a day; null: none.
    ///
    /// @param bucket 0: not due
    public @Nullable LocalDate dueFrom(int bucket, LocalDate asOf) {
        if (bucket == 0) {
            return asOf;
        }
        return bucket > edges.size() ? null : asOf.minusDays(edges.get(bucket - 1));
    }

    /// The latest due date in a bucket as of a day; null: none.
    public @Nullable LocalDate dueTo(int bucket, LocalDate asOf) {
        if (bucket == 0) {
            return null;
        }
        return asOf.minusDays(bucket == 1 ? 1 : edges.get(bucket - 2) + 1L);
    }

    /// For each bucket, the due dates in it.
    List<Condition> conditions(Field<LocalDate> dueDate, LocalDate asOf) {
        return IntStream.range(0, size())
                .mapToObj(bucket -> {
                    var from = dueFrom(bucket, asOf);
                    var to = dueTo(bucket, asOf);
                    var begins = from == null ? org.jooq.impl.DSL.noCondition() : dueDate.ge(from);
                    return to == null ? begins : begins.and(dueDate.le(to));
                })
                .toList();
    }
}
