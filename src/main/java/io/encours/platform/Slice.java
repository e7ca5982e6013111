package io.encours.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Part of a list, with the cursor of what follows; null: nothing follows. In JSON `{"items":[…],"next":…}`.
public record Slice<T>(List<T> items, @Nullable String next) {}
