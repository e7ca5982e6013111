/// What tests share: the application under test, a date that moves, fixtures.
@NullMarked
package io.encours.testing;

import org.jspecify.annotations.NullMarked;
