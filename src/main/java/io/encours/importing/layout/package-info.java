/// How the columns of a file become the fields of a kind: under the names of api.md, or as somebody said on the mapping
/// screen, or as we would guess from names and content.
@NullMarked
package io.encours.importing.layout;

import org.jspecify.annotations.NullMarked;
