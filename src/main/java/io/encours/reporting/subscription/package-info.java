/// Reports that people get by e-mail, week by week or month by month (R7): narrowed as their page was, with
/// what the person sees on the day it is sent.
@NullMarked
package io.encours.reporting.subscription;

import org.jspecify.annotations.NullMarked;
