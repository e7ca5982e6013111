@NullMarked
package io.encours.webhook.web;

import org.jspecify.annotations.NullMarked;
