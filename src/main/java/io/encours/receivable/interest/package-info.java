/// Interest for late payment and the indemnity of 40 euros (K5): rates as published, the terms of a company and of a
/// customer, what has accrued on each item, and what was invoiced or waived of it. What has accrued is a function of
/// dated entries, computed whenever it is asked for; only decisions are stored, and never changed.
@NamedInterface("interest")
@NullMarked
package io.encours.receivable.interest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
