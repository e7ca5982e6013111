/// Finding things by what somebody types (`/`): the terms, where to look, what is found. Modules contribute places to
/// look as beans.
@NullMarked
package io.encours.platform.search;

import org.jspecify.annotations.NullMarked;
