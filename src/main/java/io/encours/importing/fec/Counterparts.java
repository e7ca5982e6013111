package io.encours.importing.fec;

import io.encours.receivable.LineNature;

/// What the accounts of an entry say about its receivable lines (fec.md §4). An entry is a set of bits, one a
/// family of accounts and side; the rule is plain.
final class Counterparts {

    static final int SALES = 1;
    static final int TAX = 1 << 1;
    static final int BANK = 1 << 2;
    static final int WRITE_OFF = 1 << 3;
    static final int DISCOUNT = 1 << 4;
    static final int DIFFERENCE = 1 << 5;
    static final int CREDIT_NOTES_TO_COME = 1 << 6;
    static final int OTHER = 1 << 7;
    static final int CHARGES = 1 << 8;
    static final int BILL_DEBIT = 1 << 9;
    static final int BILL_CREDIT = 1 << 10;
    static final int DOUBTFUL_DEBIT = 1 << 11;
    static final int DOUBTFUL_CREDIT = 1 << 12;
    static final int DEPOSIT_DEBIT = 1 << 13;
    static final int DEPOSIT_CREDIT = 1 << 14;
    static final int CUSTOMER_DEBIT = 1 << 15;
    static final int CUSTOMER_CREDIT = 1 << 16;
    static final int EQUITY = 1 << 17;

    /// Bits that tell something by themselves; without one of them the journal is asked.
    static final int TELLING = SALES
            | BANK
            | WRITE_OFF
            | DISCOUNT
            | DIFFERENCE
            | CREDIT_NOTES_TO_COME
            | BILL_DEBIT
            | BILL_CREDIT
            | DOUBTFUL_DEBIT
            | DOUBTFUL_CREDIT
            | DEPOSIT_DEBIT
            | DEPOSIT_CREDIT
            | OTHER
            | CHARGES;

    /// In ten-thousandths: beyond ten euros a difference of payment is not small any more.
    private static final long SMALL = 100_000;

    private Counterparts() {}

    /// Bits of an account that is not receivable.
    static int ofOther(String account) {
        if (account.startsWith("7")) {
            return account.startsWith("758") || account.startsWith("778") || account.startsWith("768")
                    ? DIFFERENCE
                    : SALES;
        }
        if (account.startsWith("654")) {
            return WRITE_OFF;
        }
        if (account.startsWith("665")) {
            return DISCOUNT;
        }
        if (account.startsWith("658") || account.startsWith("678") || account.startsWith("668")) {
            return DIFFERENCE;
        }
        if (account.startsWith("6")) {
            return CHARGES;
        }
        if (account.startsWith("4457") || account.startsWith("4458")) {
            return TAX;
        }
        if (account.startsWith("51")
                || account.startsWith("53")
                || account.startsWith("54")
                || account.startsWith("58")) {
            return BANK;
        }
        if (account.startsWith("10") || account.startsWith("11") || account.startsWith("12")) {
            return OTHER | EQUITY;
        }
        return account.startsWith("4198") || account.startsWith("4197") ? CREDIT_NOTES_TO_COME : OTHER;
    }

    /// Bits of a receivable line.
    static int ofReceivable(String control, boolean debit) {
        if (isBill(control)) {
            return debit ? BILL_DEBIT : BILL_CREDIT;
        }
        if (control.startsWith("416")) {
            return debit ? DOUBTFUL_DEBIT : DOUBTFUL_CREDIT;
        }
        if (control.startsWith("419")) {
            return debit ? DEPOSIT_DEBIT : DEPOSIT_CREDIT;
        }
        return debit ? CUSTOMER_DEBIT : CUSTOMER_CREDIT;
    }

    /// @param entry bits of all lines of the entry
    /// @param control account root of the line
    /// @param amount debit less credit, in ten-thousandths
    /// @param hint what the words of the line say
    static LineNature nature(int entry, String control, long amount, LabelHint hint) {
        if (control.equals("4117")) {
            return amount < 0 && has(entry, BANK)
                    ? LineNature.PAYMENT
                    : has(entry, SALES) ? LineNature.RETENTION : LineNature.RETENTION_MOVED;
        }
        if (control.startsWith("419")) {
            return amount > 0 ? LineNature.DEPOSIT_USED : LineNature.DEPOSIT;
        }
        return amount >= 0 ? debit(entry, control, amount, hint) : credit(entry, control, amount, hint);
    }

    private static LineNature debit(int entry, String control, long amount, LabelHint hint) {
        if (isBill(control)) {
            return LineNature.BILL;
        }
        if (control.startsWith("416") && has(entry, CUSTOMER_CREDIT)) {
            return LineNature.DOUBTFUL;
        }
        if (has(entry, SALES)) {
            return LineNature.INVOICE;
        }
        if (has(entry, BANK)) {
            return hint == LabelHint.REFUND ? LineNature.REFUND : LineNature.RETURNED_PAYMENT;
        }
        if (has(entry, BILL_CREDIT)) {
            return LineNature.BILL_RETURNED;
        }
        if (has(entry, DEPOSIT_CREDIT)) {
            return LineNature.DEPOSIT_INVOICE;
        }
        if (has(entry, DOUBTFUL_CREDIT)) {
            return LineNature.DOUBTFUL;
        }
        if (has(entry, DIFFERENCE)) {
            return amount <= SMALL ? LineNature.DIFFERENCE : LineNature.INVOICE;
        }
        if (has(entry, TAX) || hint == LabelHint.INVOICE) {
            return LineNature.INVOICE;
        }
        return hint == LabelHint.RETURNED ? LineNature.RETURNED_PAYMENT : LineNature.OTHER;
    }

    private static LineNature credit(int entry, String control, long amount, LabelHint hint) {
        if (has(entry, BANK) && !(hint == LabelHint.CREDIT_NOTE && has(entry, SALES))) {
            return LineNature.PAYMENT;
        }
        if (isBill(control)) {
            return has(entry, BILL_DEBIT) || has(entry, CUSTOMER_DEBIT) ? LineNature.BILL_CREATED : LineNature.PAYMENT;
        }
        if (has(entry, BILL_DEBIT)) {
            return LineNature.BILL_CREATED;
        }
        if (has(entry, WRITE_OFF)) {
            return LineNature.WRITE_OFF;
        }
        if (has(entry, DOUBTFUL_DEBIT) || (control.startsWith("416") && has(entry, CUSTOMER_DEBIT))) {
            return LineNature.DOUBTFUL;
        }
        if (has(entry, DISCOUNT)) {
            return LineNature.DISCOUNT;
        }
        if (has(entry, SALES) || has(entry, CREDIT_NOTES_TO_COME)) {
            return LineNature.CREDIT_NOTE;
        }
        if (has(entry, DEPOSIT_DEBIT)) {
            return LineNature.DEPOSIT_USED;
        }
        if (has(entry, DIFFERENCE) && -amount <= SMALL) {
            return LineNature.DIFFERENCE;
        }
        return switch (hint) {
            case CREDIT_NOTE -> LineNature.CREDIT_NOTE;
            case PAYMENT -> LineNature.PAYMENT;
            case INVOICE, REFUND, RETURNED, NONE -> has(entry, TAX) ? LineNature.CREDIT_NOTE : LineNature.OTHER;
        };
    }

    private static boolean isBill(String control) {
        return control.startsWith("413") || control.startsWith("51");
    }

    private static boolean has(int entry, int bit) {
        return (entry & bit) != 0;
    }
}
