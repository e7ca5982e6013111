/// Planning, the supervisor and doing actions over HTTP.
@NullMarked
package io.encours.worklist.api;

import org.jspecify.annotations.NullMarked;
