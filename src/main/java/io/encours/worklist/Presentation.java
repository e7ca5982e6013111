package io.encours.worklist;

/// The six presentations of the supervisor (S3). The first word is what the groups are; a second word is what is
/// inside.
public enum Presentation {
    /// *Par client*
    CUSTOMER(Level.CUSTOMER, Level.ITEM),
    /// *Action par client*
    ACTION_CUSTOMER(Level.ACTION, Level.CUSTOMER),
    /// *Date d'échéance par client*
    CUSTOMER_DUE_DATE(Level.CUSTOMER, Level.ITEM),
    /// *Par action*
    ACTION(Level.ACTION, Level.ITEM),
    /// *Client par action*
    CUSTOMER_ACTION(Level.CUSTOMER, Level.ACTION),
    /// *Date d'échéance par action*
    ACTION_DUE_DATE(Level.ACTION, Level.ITEM);

    /// What a line of the list stands for.
    public enum Level {
        CUSTOMER,
        ACTION,
        ITEM
    }

    private final Level groups;
    private final Level inside;

    Presentation(Level groups, Level inside) {
        this.groups = groups;
        this.inside = inside;
    }

    public Level groups() {
        return groups;
    }

    /// `ITEM`: the groups have no sub-groups.
    public Level inside() {
        return inside;
    }

    public boolean isNested() {
        return inside != Level.ITEM;
    }

    /// The next of the three that the same button shows.
    public Presentation next() {
        return switch (this) {
            case CUSTOMER -> ACTION_CUSTOMER;
            case ACTION_CUSTOMER -> CUSTOMER_DUE_DATE;
            case CUSTOMER_DUE_DATE -> CUSTOMER;
            case ACTION -> CUSTOMER_ACTION;
            case CUSTOMER_ACTION -> ACTION_DUE_DATE;
            case ACTION_DUE_DATE -> ACTION;
        };
    }

    /// Its name in a message file.
    public String messageKey() {
        return "worklist.presentation." + name();
    }
}
