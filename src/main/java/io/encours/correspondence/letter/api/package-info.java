/// Letters over HTTP.
@NullMarked
package io.encours.correspondence.letter.api;

import org.jspecify.annotations.NullMarked;
