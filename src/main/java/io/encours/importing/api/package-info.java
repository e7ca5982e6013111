/// Imports over HTTP (`/api/v1/imports`).
@NullMarked
package io.encours.importing.api;

import org.jspecify.annotations.NullMarked;
