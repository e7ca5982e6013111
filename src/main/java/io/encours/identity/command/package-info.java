/// `./encours token`.
@NullMarked
package io.encours.identity.command;

import org.jspecify.annotations.NullMarked;
