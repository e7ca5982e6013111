package io.encours.platform.web;

import java.util.Set;

/// A page inside a place of the navigation, contributed as a bean by the module it belongs to. The path begins with the
/// place's.
///
/// @param order ascending
/// @param parent path of the place, see `NavigationEntry`
/// @param textKey message key of its name
/// @param authorities one of these opens it
public record SubEntry(int order, String parent, String textKey, String path, Set<String> authorities) {}
