/// The pages of strategies: the list, the editor, the versions. What a change would move is a fragment of `worklist`.
@NullMarked
package io.encours.strategy.web;

import org.jspecify.annotations.NullMarked;
