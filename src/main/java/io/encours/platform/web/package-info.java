/// Pages: shell, navigation, texts and formats, errors.
@NullMarked
package io.encours.platform.web;

import org.jspecify.annotations.NullMarked;
