package io.encours.platform;

/// Told how far a long piece of work has come.
@FunctionalInterface
public interface Progress {

    /// @param phase what is being done, in capitals: LEDGER, MATCHING …
    /// @param percent of the whole, 0 to 100
    void at(String phase, int percent);
}
