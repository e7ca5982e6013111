package io.encours.correspondence.notice;

/// What a company says in its formal notices.
///
/// @param days to pay in, 8 to 15
/// @param suspension deliveries may be suspended
/// @param acceleration the contract makes all that is owed due at once
public record NoticeTerms(int days, boolean suspension, boolean acceleration) {

    public static final int LEAST_DAYS = 8;
    public static final int MOST_DAYS = 15;

    /// What counts when nothing was set.
    public static final NoticeTerms USUAL = new NoticeTerms(LEAST_DAYS, true, false);
}
