/// Recurring work in the background, in the database, safe with several nodes.
@NullMarked
package io.encours.platform.jobs;

import org.jspecify.annotations.NullMarked;
