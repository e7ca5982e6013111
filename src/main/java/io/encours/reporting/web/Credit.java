package io.encours.reporting.web;

import io.encours.reporting.web.Sheet.Part;
import io.encours.reporting.web.Sheet.Share;
import java.util.List;

/// The figures of one customer.
///
/// @param bar what is owed, by age; empty: nothing is
public record Credit(List<Figure> figures, List<Share> bar, List<Part> parts) {

    /// @param sentence what it is made of, or why there is none
    public record Figure(String label, String figure, String sentence) {}
}
