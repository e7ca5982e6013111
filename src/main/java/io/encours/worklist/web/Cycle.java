package io.encours.worklist.web;

import io.encours.worklist.Presentation;

/// One of the two buttons that go round three presentations (S3).
///
/// @param key letter on the keyboard
/// @param inForce its presentation is the one on the screen
/// @param shown presentation the label names: the one in force, else the first of the three
/// @param next presentation a click shows, named by the tool-tip
public record Cycle(String key, boolean inForce, Presentation shown, Presentation next, String address) {}
