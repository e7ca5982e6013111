/// XHTML with its CSS becomes PDF/A: letters, statements, lists. Nothing is fetched: a document consists of its text,
/// the
/// fonts of this package and the images its caller gives.
@NullMarked
package io.encours.platform.pdf;

import org.jspecify.annotations.NullMarked;
