package io.encours.company;

/// A company has other working days than before. Published in the transaction of the change.
public record CalendarChanged(long companyId) {}
