package io.encours.reporting.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.encours.company.Company;
import io.encours.identity.SignedIn;
import io.encours.importing.Imports;
import io.encours.platform.mail.SystemMailNow;
import io.encours.reporting.ReportName;
import io.encours.reporting.export.Format;
import io.encours.strategy.Strategies;
import io.encours.testing.Api;
import io.encours.testing.Fixtures;
import io.encours.testing.IntegrationTest;
import io.encours.testing.Portfolio;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@IntegrationTest
@DisplayName("R7: a report by e-mail, week by week or month by month, with what one sees on that day")
class ReportSubscriptionsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Imports imports;

    @Autowired
    private Strategies strategies;

    @Autowired
    private SubscriptionSending sending;

    @Autowired
    private DSLContext db;

    @Autowired
    private Clock clock;

    private final GreenMail mailbox = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    private Company company;
    private SignedIn manager;
    private Api api;
    private String address;

    @BeforeEach
    void a_manager_with_an_address() {
        mailbox.start();
        company = fixtures.aCompany();
        manager = fixtures.aManager(company);
        address = manager.login().toLowerCase(java.util.Locale.ROOT) + "@reports.example";
        db.execute("update identity.app_user set email = ? where id = ?", address, manager.id());
        api = new Api(port, fixtures.tokenOf(manager));
        new Portfolio(imports, strategies, fixtures, company)
                .customer("C1", "Durand SARL", fixtures.anAgent(company))
                .owes("C1", "F-1", "2026-11-02", "100.00")
                .bringIn();
    }

    @AfterEach
    void the_mailbox_closes() {
        mailbox.stop();
    }

    @Test
    void it_is_sent_once_when_its_time_has_come_and_again_the_week_after() throws Exception {
        var made = subscribe("aged-balance", "WEEKLY");
        sending.sendDue();
        assertThat(received()).as("it is not Monday").isZero();

        itsTimeHasCome(made);
        sending.sendDue();
        sending.sendDue();

        assertThat(received()).isEqualTo(1);
        var mail = Arrays.stream(mailbox.getReceivedMessages())
                .map(GreenMailUtil::getWholeMessage)
                .filter(text -> text.contains(address))
                .findFirst()
                .orElseThrow();
        assertThat(mail).contains("aged-balance-2026-11-24.csv");
        var mine = mine(made);
        assertThat(mine.at("/lastSentAt").isNull()).isFalse();
        assertThat(Instant.parse(mine.at("/nextAt").asString())).isAfter(clock.instant());

        assertThat(api.delete("/report-subscriptions/" + made).status()).isEqualTo(204);
        assertThat(api.get("/report-subscriptions").body().at("/items").size()).isZero();
    }

    @Test
    void who_sees_the_company_no_more_gets_nothing_of_it() {
        var made = subscribe("dso", "MONTHLY");
        db.execute("delete from company.company_user where user_id = ?", manager.id());
        itsTimeHasCome(made);

        sending.sendDue();

        assertThat(received()).isZero();
        assertThat(db.fetchValue("select problem from reporting.subscription where id = " + made))
                .isEqualTo("company.problem.unknown");
    }

    @Test
    void what_makes_no_sense_is_refused_and_nobody_stops_what_is_of_others() {
        var wrong = api.post("/report-subscriptions", "{\"report\": \"weather\", \"format\": \"doc\"}");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body().at("/errors").size()).isEqualTo(3);

        var made = subscribe("dso", "MONTHLY");
        var other = new Api(port, fixtures.tokenOf(fixtures.aManager(company)));
        assertThat(other.delete("/report-subscriptions/" + made).status()).isEqualTo(404);
        assertThat(other.post(
                                "/report-subscriptions",
                                "{\"report\": \"dso\", \"format\": \"csv\", \"rhythm\": \"WEEKLY\", \"filters\": {\"company\": \"%s\"}}"
                                        .formatted(fixtures.aCompany().code()))
                        .status())
                .as("a company of others")
                .isIn(404, 422);
    }

    @ParameterizedTest(name = "{1} after {0}: {2}")
    @CsvSource({
        "2026-11-24T10:00:00Z, WEEKLY, 2026-11-30T05:00:00Z",
        "2026-11-30T04:59:00Z, WEEKLY, 2026-11-30T05:00:00Z",
        "2026-11-30T05:00:00Z, WEEKLY, 2026-12-07T05:00:00Z",
        "2026-11-24T10:00:00Z, MONTHLY, 2026-12-01T05:00:00Z",
        "2026-12-01T05:00:00Z, MONTHLY, 2027-01-01T05:00:00Z",
        "2026-06-30T10:00:00Z, MONTHLY, 2026-07-01T04:00:00Z"
    })
    void at_six_in_the_morning(Instant now, Rhythm rhythm, Instant next) {
        assertThat(rhythm.after(now, ZoneId.of("Europe/Paris"))).isEqualTo(next);
    }

    @ParameterizedTest(name = "{0} {1}: {2} {3} {4}")
    @CsvSource({
        "COLLECTION_EFFECTIVENESS, MONTHLY, 2026-11, , ",
        "COLLECTION_EFFECTIVENESS, WEEKLY, 2026-12, , ",
        "ACTIVITY, MONTHLY, , 2026-11-01, 2026-11-30",
        "ACTIVITY, WEEKLY, , 2026-11-24, 2026-11-30",
        "AGED_BALANCE, MONTHLY, , , "
    })
    void about_the_month_or_the_week_before(
            ReportName report, Rhythm rhythm, java.time.YearMonth month, LocalDate from, LocalDate to) {
        var query = SubscriptionSending.query(
                new Subscription(1, report, Map.of(), Format.CSV, rhythm, Instant.EPOCH, null, null),
                LocalDate.of(2026, 12, 1));

        assertThat(query.when().month()).isEqualTo(month);
        assertThat(query.when().from()).isEqualTo(from);
        assertThat(query.when().to()).isEqualTo(to);
    }

    private long subscribe(String report, String rhythm) {
        var made = api.post(
                "/report-subscriptions",
                "{\"report\": \"%s\", \"format\": \"csv\", \"rhythm\": \"%s\", \"filters\": {\"company\": \"%s\", \"asOf\": \"2020-01-01\"}}"
                        .formatted(report, rhythm, company.code()));
        assertThat(made.status()).as("%s", made.body()).isEqualTo(201);
        assertThat(made.body().at("/filters").size())
                .as("its time is that of the sending")
                .isEqualTo(1);
        return made.body().at("/id").asLong();
    }

    private void itsTimeHasCome(long subscription) {
        db.execute(
                "update reporting.subscription set next_at = created_at - interval '1 hour' where id = ?",
                subscription);
    }

    private JsonNode mine(long id) {
        return api.get("/report-subscriptions").body().at("/items").values().stream()
                .filter(each -> each.at("/id").asLong() == id)
                .findFirst()
                .orElseThrow();
    }

    private long received() {
        SystemMailNow.send(
                db,
                clock,
                "smtp://127.0.0.1:" + mailbox.getSmtp().getPort() + "?starttls=off&from=noreply@example.com");
        return Arrays.stream(mailbox.getReceivedMessages())
                .map(GreenMailUtil::getWholeMessage)
                .filter(text -> text.contains("To: " + address))
                .count();
    }
}
