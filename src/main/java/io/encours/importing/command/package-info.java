/// `./encours import`.
@NullMarked
package io.encours.importing.command;

import org.jspecify.annotations.NullMarked;
