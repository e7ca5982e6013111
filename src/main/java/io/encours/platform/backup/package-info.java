/// Everything an installation holds in one file, and back: `./encours backup` and `restore` (Q6, docs/decisions/0013).
///
/// What always holds: a backup is one moment of the database, whatever is written meanwhile; an archive is read to its
/// end and compared with its checksums before anything is touched; a database that a restore left unfinished is marked,
/// and no application opens it. Uses no Spring, because a backup must not upgrade the database it saves.
@NullMarked
package io.encours.platform.backup;

import org.jspecify.annotations.NullMarked;
