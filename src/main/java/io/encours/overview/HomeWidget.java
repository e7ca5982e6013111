package io.encours.overview;

import java.util.List;

/// What the home page may show (E1–E5). Each opens the list it is made of.
public enum HomeWidget {
    /// What there is to do today, for who collects.
    MY_DAY(4),
    /// Collections of the month: rate, rest, curve (R1).
    COLLECTIONS(4),
    /// *Évolution CA et paiement* (E1).
    TURNOVER(8),
    /// The aged balance today (R4).
    AGED_BALANCE(6),
    /// *Évolution mensuelle de la balance âgée* (E3).
    OVERDUE_BY_DAY(6),
    /// *Évolution annuelle de la balance âgée* (E4).
    OVERDUE_BY_MONTH(6),
    /// *Jour de paiement* (E2).
    PAYMENT_DAYS(6),
    /// Promises due (E5).
    PROMISES(4),
    /// What customers contest (E5).
    DISPUTES(4),
    /// Customers who pay latest (E5).
    WORST_PAYERS(4),
    /// What each collector has to do (E5).
    ACTIONS(4);

    static final int NARROWEST = 3;
    static final int WIDEST = 12;

    private static final List<HomeWidget> OF_A_MANAGER = List.of(
            COLLECTIONS,
            TURNOVER,
            AGED_BALANCE,
            OVERDUE_BY_DAY,
            OVERDUE_BY_MONTH,
            PAYMENT_DAYS,
            PROMISES,
            WORST_PAYERS,
            ACTIONS);
    private static final List<HomeWidget> OF_A_COLLECTOR =
            List.of(MY_DAY, COLLECTIONS, PROMISES, AGED_BALANCE, OVERDUE_BY_DAY, WORST_PAYERS, DISPUTES);

    private final int width;

    HomeWidget(int width) {
        this.width = width;
    }

    /// Usual width, of twelve columns.
    public int width() {
        return width;
    }

    public String messageKey() {
        return "overview.widget." + name();
    }

    /// Those of who has not chosen.
    static List<HomeWidget> usual(HomeView view) {
        return switch (view) {
            case COLLECTOR -> OF_A_COLLECTOR;
            case EVERYBODY -> OF_A_MANAGER;
        };
    }

    /// Whose eyes the page is for.
    enum HomeView {
        /// Sees their own customers only.
        COLLECTOR,
        EVERYBODY
    }
}
