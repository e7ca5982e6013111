package io.encours.receivable.interest;

/// What is published for each half-year.
public enum RateKind {
    /// Main refinancing operations of the European Central Bank, in force on 1 January or 1 July.
    MRO,
    /// Legal interest of creditors other than private persons (*taux de l’intérêt légal, autres cas*).
    LEGAL_PRO,
    /// Legal interest of creditors who are private persons.
    LEGAL_PERSONAL
}
