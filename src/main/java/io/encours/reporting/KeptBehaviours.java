package io.encours.reporting;

import io.encours.platform.BusinessDate;
import io.encours.prediction.PaymentBehaviours;
import java.time.LocalDate;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Whether the sums kept of how customers pay tell what a report asks: they are those of today.
@Component
class KeptBehaviours {

    private final DSLContext db;
    private final PaymentBehaviours behaviours;
    private final BusinessDate businessDate;

    KeptBehaviours(DSLContext db, PaymentBehaviours behaviours, BusinessDate businessDate) {
        this.db = db;
        this.behaviours = behaviours;
        this.businessDate = businessDate;
    }

    /// Between the day and today nothing happened, for whichever customers of the companies.
    boolean tell(Extent extent, LocalDate asOf) {
        var today = businessDate.today(extent.company().zone());
        return extent.isNow(db, asOf.isBefore(today) ? asOf : today)
                && behaviours.isAsOf(extent.withoutCustomer().customers(), asOf);
    }
}
