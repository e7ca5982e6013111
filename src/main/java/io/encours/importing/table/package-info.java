/// Files of rows and columns, whatever program wrote them: a sheet of a workbook or a text with separators is read as
/// rows of text under a header, one after the other, so that a million rows cost no memory.
@NullMarked
package io.encours.importing.table;

import org.jspecify.annotations.NullMarked;
