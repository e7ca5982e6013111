package io.encours.worklist.automatic;

import io.encours.company.Companies;
import io.encours.worklist.Chasing;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// When what a company writes by itself goes out: between two hours of a working day, so that there is time to
/// read the recap and to stop it (A8, A9).
@Component
class SendingHours {

    private final WorkingDays days;
    private final Companies companies;
    private final Chasing chasing;

    SendingHours(WorkingDays days, Companies companies, Chasing chasing) {
        this.days = days;
        this.companies = companies;
        this.chasing = chasing;
    }

    /// This moment, or the next at which something may go out.
    Instant earliest(long companyId, Instant moment) {
        var company = companies.byId(companyId);
        var hours = chasing.of(companyId);
        var local = moment.atZone(company.zone());
        var today = local.toLocalDate();
        var first = days.from(company.calendar(), today);
        if (first.isAfter(today)) {
            return first.atTime(hours.sendFrom()).atZone(company.zone()).toInstant();
        }
        if (hours.sendFrom().equals(hours.sendUntil())) {
            return moment;
        }
        if (local.toLocalTime().isBefore(hours.sendFrom())) {
            return today.atTime(hours.sendFrom()).atZone(company.zone()).toInstant();
        }
        return local.toLocalTime().isBefore(hours.sendUntil())
                ? moment
                : days.from(company.calendar(), today.plusDays(1))
                        .atTime(hours.sendFrom())
                        .atZone(company.zone())
                        .toInstant();
    }
}
