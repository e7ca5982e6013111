/// The plan as the supervisor counts it, held in memory (decision 0010): of every planned action and credit the few
/// figures that filters, groups and orders need, thirty bytes each. A million of them are added up in milliseconds,
/// whatever the filter, where the database takes a second. Before every answer the customers whose plan was changed by
/// a
/// transaction not seen yet are read again, so an answer is as true as one of the database.
@NullMarked
package io.encours.worklist.mirror;

import org.jspecify.annotations.NullMarked;
