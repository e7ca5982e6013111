/// Pages about late payment: published rates, terms of a company, what its customers owe for it.
@NullMarked
package io.encours.receivable.web;

import org.jspecify.annotations.NullMarked;
