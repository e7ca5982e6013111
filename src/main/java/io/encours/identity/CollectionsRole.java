package io.encours.identity;

/// Role in collections (S2): with NONE the supervisor is not reachable; an AGENT sees the own items only.
public enum CollectionsRole {
    NONE,
    AGENT,
    MANAGER
}
