/// The command line. Every module may add commands: a picocli class that implements `EncoursCommand`, listed in
/// `META-INF/services`, its texts in the module's message files.
///
/// A command never opens a database that an application is running on: it talks to that application (DESIGN decision
/// 12), or to one of its own that it starts for the time it takes.
@NullMarked
package io.encours.platform.command;

import org.jspecify.annotations.NullMarked;
