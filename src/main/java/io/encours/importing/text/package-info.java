/// Text files as they come: characters, lines, fields, amounts and dates, whatever wrote them.
@NullMarked
package io.encours.importing.text;

import org.jspecify.annotations.NullMarked;
