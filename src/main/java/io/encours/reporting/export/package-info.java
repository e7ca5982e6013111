/// Reports as files (I5): CSV, XLSX with real numbers and dates, PDF. Rows are written as they come.
@NamedInterface("export")
@NullMarked
package io.encours.reporting.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
