@NullMarked
package io.encours;

import org.jspecify.annotations.NullMarked;
