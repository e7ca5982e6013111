/// Formal notices to pay (*mises en demeure*, K4): contents as late-payment law wants them, every line of interest
/// explained, printed once and kept, followed to the proof of delivery. A notice that stands puts its customer into the
/// pre-litigation stage until its items are paid; `PreLitigation` alone says so.
@NamedInterface("notice")
@NullMarked
package io.encours.correspondence.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
