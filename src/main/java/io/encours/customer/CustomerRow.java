package io.encours.customer;

import java.util.Map;

/// A row of a customers file, checked.
///
/// @param line in the file
/// @param values of the columns the file has; a blank one takes the value away
public record CustomerRow(int line, String code, Map<CustomerField, String> values) {}
