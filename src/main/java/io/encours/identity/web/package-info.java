/// Sign-in, the first sign-in by link, and the user's own settings.
@NullMarked
package io.encours.identity.web;

import org.jspecify.annotations.NullMarked;
