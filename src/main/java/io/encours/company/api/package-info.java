/// Companies and users over HTTP (spec/api.md).
@NullMarked
package io.encours.company.api;

import org.jspecify.annotations.NullMarked;
