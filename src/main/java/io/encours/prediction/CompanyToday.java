package io.encours.prediction;

import static encours.db.company.Tables.COMPANY_;

import io.encours.platform.BusinessDate;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// The business day of a company, by its id.
@Component
class CompanyToday {

    private final DSLContext db;
    private final BusinessDate businessDate;

    CompanyToday(DSLContext db, BusinessDate businessDate) {
        this.db = db;
        this.businessDate = businessDate;
    }

    LocalDate of(long companyId) {
        var zone = db.select(COMPANY_.TIME_ZONE)
                .from(COMPANY_)
                .where(COMPANY_.ID.eq(companyId))
                .fetchSingle(COMPANY_.TIME_ZONE);
        return businessDate.today(ZoneId.of(zone));
    }
}
