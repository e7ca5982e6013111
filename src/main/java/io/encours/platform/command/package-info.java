/// The command line. A command is a bean-less picocli class registered in `CommandLineEntry`.
@NullMarked
package io.encours.platform.command;

import org.jspecify.annotations.NullMarked;
