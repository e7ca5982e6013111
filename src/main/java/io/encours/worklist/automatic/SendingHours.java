package io.encours.worklist.automatic;

import io.encours.company.Companies;
import io.encours.platform.BusinessDate;
import io.encours.worklist.Chasing;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/// When what a company writes by itself goes out: between two hours of a working day, so that there is time to
/// read the recap and to stop it (A8, A9).
///
/// Which day it is says the business date, also where it is fixed; which hour it is says the clock. With a
/// date fixed to a Tuesday what is written on a Sunday at ten goes on this Sunday at ten.
@Component
class SendingHours {

    private final WorkingDays days;
    private final Companies companies;
    private final Chasing chasing;
    private final BusinessDate businessDate;
    private final Clock clock;

    SendingHours(WorkingDays days, Companies companies, Chasing chasing, BusinessDate businessDate, Clock clock) {
        this.days = days;
        this.companies = companies;
        this.chasing = chasing;
        this.businessDate = businessDate;
        this.clock = clock;
    }

    /// This moment, or the next at which something may go out.
    Instant earliest(long companyId, Instant moment) {
        var company = companies.byId(companyId);
        var zone = company.zone();
        var ahead = daysAhead(zone);
        var local = LocalDateTime.ofInstant(moment, zone).plusDays(ahead);
        var earliest = earliest(companyId, company.calendar(), local);
        return earliest.equals(local)
                ? moment
                : earliest.minusDays(ahead).atZone(zone).toInstant();
    }

    /// How far the business date is ahead of the calendar on the wall: not at all, unless it is fixed.
    private long daysAhead(ZoneId zone) {
        return ChronoUnit.DAYS.between(LocalDate.ofInstant(clock.instant(), zone), businessDate.today(zone));
    }

    private LocalDateTime earliest(long companyId, String calendar, LocalDateTime local) {
        var hours = chasing.of(companyId);
        var today = local.toLocalDate();
        var first = days.from(calendar, today);
        if (first.isAfter(today)) {
            return first.atTime(hours.sendFrom());
        }
        if (hours.sendFrom().equals(hours.sendUntil())) {
            return local;
        }
        if (local.toLocalTime().isBefore(hours.sendFrom())) {
            return today.atTime(hours.sendFrom());
        }
        return local.toLocalTime().isBefore(hours.sendUntil())
                ? local
                : days.from(calendar, today.plusDays(1)).atTime(hours.sendFrom());
    }
}
