/// Letters: paper of the company, a filled template, the items it is about, how to pay; made as PDF/A, kept as they
/// were
/// made, printed in runs. A letter and its event in the customer's log are written together or not at all; a letter
/// that was printed is never changed nor taken back.
@NamedInterface("letter")
@NullMarked
package io.encours.correspondence.letter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
