package io.encours.worklist.outgoing;

/// Why an action was left out.
///
/// @param code for programs
/// @param messageKey its words in a message file
public record Why(String code, String messageKey) {}
