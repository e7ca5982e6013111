/// Where providers of short messages report.
@NullMarked
package io.encours.correspondence.sms.api;

import org.jspecify.annotations.NullMarked;
