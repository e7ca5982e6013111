package io.encours.overview;

import static encours.db.receivable.Tables.CUSTOMER_DAY;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;

/// Up to which day the ledger of a company is known: the last day, not after today, on which something was entered.
@Service
public class LedgerDate {

    private final DSLContext db;

    LedgerDate(DSLContext db) {
        this.db = db;
    }

    /// Empty: no ledger was imported yet.
    public Optional<LocalDate> latest(long companyId, LocalDate today) {
        return db.select(CUSTOMER_DAY.DAY)
                .from(CUSTOMER_DAY)
                .where(
                        CUSTOMER_DAY.COMPANY_ID.eq(companyId),
                        CUSTOMER_DAY.DAY.le(today),
                        CUSTOMER_DAY.DEBIT.ne(BigDecimal.ZERO).or(CUSTOMER_DAY.CREDIT.ne(BigDecimal.ZERO)))
                .orderBy(CUSTOMER_DAY.DAY.desc())
                .limit(1)
                .fetchOptional(CUSTOMER_DAY.DAY);
    }
}
