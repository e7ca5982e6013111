package io.encours.customer;

import java.util.List;

/// What a customers file did, in rows.
///
/// @param customerIds customers made or changed
public record Upserted(int created, int changed, int unchanged, List<Long> customerIds) {}
