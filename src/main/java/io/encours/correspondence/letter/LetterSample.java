package io.encours.correspondence.letter;

import io.encours.company.Companies;
import io.encours.company.Letterheads;
import io.encours.correspondence.Filled;
import io.encours.correspondence.MergeData;
import io.encours.correspondence.MergeData.Line;
import io.encours.correspondence.MergeData.Occasion;
import io.encours.correspondence.MergeData.Party;
import io.encours.correspondence.MergeData.PaymentMeans;
import io.encours.correspondence.MergeData.Person;
import io.encours.correspondence.MergeData.Totals;
import io.encours.platform.BusinessDate;
import io.encours.platform.CreditorReference;
import io.encours.platform.Scope;
import io.encours.platform.web.Texts;
import io.encours.strategy.Purpose;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;

/// A letter to nobody, on the paper of a company: to see what the paper looks like.
@Service
public class LetterSample {

    private static final String CODE = "C0042";

    private final Companies companies;
    private final Letterheads letterheads;
    private final LetterPress press;
    private final BusinessDate businessDate;
    private final Texts texts;

    LetterSample(
            Companies companies, Letterheads letterheads, LetterPress press, BusinessDate businessDate, Texts texts) {
        this.companies = companies;
        this.letterheads = letterheads;
        this.press = press;
        this.businessDate = businessDate;
        this.texts = texts;
    }

    /// @throws io.encours.platform.Problem not found, also when the company is outside of the scope
    public byte[] pdf(Scope scope, String company, Locale language) {
        var of = companies.get(scope, company);
        var paper = letterheads.of(of.id());
        var account = paper.account();
        var today = businessDate.today(of.zone());
        var lines = List.of(
                line("FA-1180", today.minusDays(52), "1240.00", "1240.00"),
                line("FA-1207", today.minusDays(31), "860.50", "360.50"),
                line("FA-1240", today.minusDays(12), "2315.80", "2315.80"));
        var total = lines.stream().map(Line::remaining).reduce(BigDecimal.ZERO, BigDecimal::add);
        var data = new MergeData(
                today,
                null,
                of.currency(),
                new Party(
                        text(language, "customer"),
                        CODE,
                        null,
                        null,
                        text(language, "street"),
                        "38000",
                        "Grenoble",
                        null,
                        null,
                        null),
                Person.NOBODY,
                new Party(paper.name(), of.code(), paper.siren(), null, null, null, null, null, null, null),
                Person.NOBODY,
                lines,
                new Totals(total, BigDecimal.ZERO, BigDecimal.ZERO, total),
                account == null
                        ? PaymentMeans.UNKNOWN
                        : new PaymentMeans(
                                account.iban(),
                                account.bic(),
                                CreditorReference.of(CODE).orElseThrow().inFours(),
                                null),
                null,
                Occasion.NONE);
        var body = "<p>" + text(language, "opening") + "</p><p>" + text(language, "text") + "</p><p>"
                + text(language, "closing") + "</p>";
        var filled = new Filled("", 0, language.getLanguage(), text(language, "subject"), body, "");
        var sheet = new LetterSheet(texts, paper, "\u2013", Purpose.REMINDER, data, filled, null);
        return press.print(press.set(sheet), letterheads.logo(of.id())).pdf();
    }

    private String text(Locale language, String part) {
        return texts.text(language, "correspondence.letter.sample." + part);
    }

    private static Line line(String number, LocalDate due, String original, String remaining) {
        return new Line(number, "", due.minusDays(30), due, new BigDecimal(original), new BigDecimal(remaining));
    }
}
