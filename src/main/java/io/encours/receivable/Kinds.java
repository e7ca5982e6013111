package io.encours.receivable;

/// The kind of an item, from its control account, the nature of its line and its sign.
final class Kinds {

    /// For a row `l` of `ledger_line`.
    static final String SQL = """
            case
                when l.control_account = '4117' then 'RETENTION'
                when l.control_account like '418%' or l.control_account like '4196%' or l.control_account like '4198%'
                    then 'ADJUSTMENT' -- an accrual is no invoice, whatever the file calls it
                when l.control_account like '413%' or l.control_account like '51%' then 'BILL'
                when l.opening = 'SUMMARY' then 'OPENING_BALANCE'
                when l.control_account like '419%' then
                    case when l.debit < l.credit then 'DEPOSIT' else 'ADJUSTMENT' end
                when l.opening = 'DETAILED' then
                    case when l.debit >= l.credit then 'INVOICE'
                         when l.label ~* 'avoir' then 'CREDIT_NOTE'
                         else 'PAYMENT' end
                else case l.nature
                    when 'INVOICE' then 'INVOICE'
                    when 'CREDIT_NOTE' then 'CREDIT_NOTE'
                    when 'PAYMENT' then 'PAYMENT'
                    when 'RETURNED_PAYMENT' then 'RETURNED_PAYMENT'
                    when 'BILL_RETURNED' then 'RETURNED_PAYMENT'
                    when 'REFUND' then 'REFUND'
                    when 'DEPOSIT' then 'DEPOSIT'
                    when 'DEPOSIT_INVOICE' then 'DEPOSIT_INVOICE'
                    when 'BILL' then 'BILL'
                    when 'RETENTION' then 'RETENTION'
                    when 'DOUBTFUL' then case when l.debit >= l.credit then 'INVOICE' else 'ADJUSTMENT' end
                    else 'ADJUSTMENT' end
            end
            """;

    private Kinds() {}
}
