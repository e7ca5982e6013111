/// Workbooks (ISO/IEC 29500 SpreadsheetML), read row by row: neither the sheet nor its texts are ever in memory as a
/// whole, and no file can make the server read more than it sent by a bounded factor.
@NullMarked
package io.encours.importing.xlsx;

import org.jspecify.annotations.NullMarked;
