package io.encours.correspondence.letter;

import io.encours.identity.SignedIn;
import io.encours.platform.RowId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Letters that were not printed are taken back. Published in the transaction of it.
///
/// @param by null: Encours itself
/// @param byCompany ids of the letters by id of their company
public record LettersCancelled(@Nullable SignedIn by, Map<Long, List<RowId>> byCompany) {}
