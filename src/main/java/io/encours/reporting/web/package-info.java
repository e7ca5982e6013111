/// Pages of the figures and their settings.
@NullMarked
package io.encours.reporting.web;

import org.jspecify.annotations.NullMarked;
