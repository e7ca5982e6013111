/// The FEC (Fichier des écritures comptables, LPF art. A47 A-1) as real software writes it (fec.md).
@NullMarked
package io.encours.importing.fec;

import org.jspecify.annotations.NullMarked;
