@NullMarked
package io.encours.webhook.api;

import org.jspecify.annotations.NullMarked;
