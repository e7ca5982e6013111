/// Fills in the parameters of controllers that say who asks and in which company, and switches the company.
@NullMarked
package io.encours.company.web;

import org.jspecify.annotations.NullMarked;
