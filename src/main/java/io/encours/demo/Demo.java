package io.encours.demo;

import io.encours.company.Companies;
import io.encours.company.Letterheads;
import io.encours.company.Scopes;
import io.encours.platform.BusinessDate;
import io.encours.platform.command.StartNotice;
import io.encours.platform.web.Texts;
import io.encours.receivable.Receivables;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;

/// Loads the demonstration at the first start; on a second start nothing happens. One that was interrupted goes on
/// where
/// it was. Pages answer meanwhile, the address is printed when all is there.
class Demo implements StartNotice {

    private final DemoPeople people;
    private final DemoStrategies strategies;
    private final DemoFiles files;
    private final DemoWork work;
    private final Receivables receivables;
    private final Companies companies;
    private final Letterheads letterheads;
    private final Scopes scopes;
    private final BusinessDate businessDate;
    private final Texts texts;

    Demo(
            DemoPeople people,
            DemoStrategies strategies,
            DemoFiles files,
            DemoWork work,
            Receivables receivables,
            Companies companies,
            Letterheads letterheads,
            Scopes scopes,
            BusinessDate businessDate,
            Texts texts) {
        this.people = people;
        this.strategies = strategies;
        this.files = files;
        this.work = work;
        this.receivables = receivables;
        this.companies = companies;
        this.letterheads = letterheads;
        this.scopes = scopes;
        this.businessDate = businessDate;
        this.texts = texts;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(10)
    void load() throws IOException {
        if (isLoaded()) {
            return;
        }
        people.hire();
        for (var wanted : DemoCompany.ALL) {
            if (companies.find(wanted.code()).isEmpty()) {
                companies.create(
                        new Companies.Details(wanted.code(), wanted.name(), wanted.siren(), "EUR", "FR", null, "30"));
            }
        }
        people.assign();
        var administrator = people.administrator();
        var scope = scopes.of(administrator);
        strategies.put(administrator, scope);
        for (var wanted : DemoCompany.ALL) {
            letterheads.put(administrator, wanted.code(), wanted.letterhead());
            var company = companies.get(scope, wanted.code());
            if (!work.isDone(company)) {
                var today = businessDate.today(company.zone());
                files.load(administrator, scope, DemoBooks.of(wanted, today));
                receivables.seenWhenEntered(company.id());
                work.write(company, today);
            }
        }
    }

    @Override
    public List<String> lines(Locale locale) {
        var lines = new ArrayList<String>();
        lines.add(texts.text(locale, "demo.start.people", DemoPeople.PASSWORD));
        for (var person : people.all()) {
            lines.add("  %-8s %-22s %s"
                    .formatted(
                            person.login(),
                            person.name(),
                            texts.text(
                                    locale, "demo.start.role." + person.role().name())));
        }
        return lines;
    }

    private boolean isLoaded() {
        return DemoCompany.ALL.stream()
                .allMatch(wanted ->
                        companies.find(wanted.code()).filter(work::isDone).isPresent());
    }
}
