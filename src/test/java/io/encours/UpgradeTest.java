package io.encours;

import static org.assertj.core.api.Assertions.assertThat;

import io.encours.testing.Http;
import io.encours.testing.Installation;
import io.encours.testing.TestSettings;
import java.nio.file.Path;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/// `first-version.zip` is a backup of a data folder on which the application of the first slice had worked: two
/// invented
/// companies, one with customers, items and payments from CSV, one with a FEC; actions done, ignored, replaced and
/// undone. Its tables are those of the migrations V2026112308….
@DisplayName("Q6: the data of the first version live on in this one")
class UpgradeTest {

    private static final Path FIRST_VERSION = Path.of("src", "test", "resources", "upgrade", "first-version.zip");

    @TempDir
    private static Path data;

    private static ConfigurableApplicationContext application;
    private static DSLContext db;
    private static Http browser;

    @BeforeAll
    static void restore_and_upgrade() {
        var installation = new Installation(data);
        assertThat(installation.run("restore", FIRST_VERSION.toString())).isZero();
        application = installation.start();
        db = application.getBean(DSLContext.class);
        browser = new Http(Integer.parseInt(application.getEnvironment().getRequiredProperty("local.server.port")));
        browser.signIn("admin", TestSettings.ADMIN_PASSWORD);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void the_doctor_finds_nothing_wrong() {
        assertThat(Installation.unsound(application)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "DEM1, 372, 1048632.5600, 26673.9400, 323, 1021958.6200",
        "DEM2, 160, 363667.8700, 126475.0500, 80, 237192.8200"
    })
    void the_totals_of_the_ledger_are_what_they_were(
            String company, int lines, String debit, String credit, int openItems, String remaining) {
        var ledger = db.fetchSingle("""
                select count(*), sum(debit)::text, sum(credit)::text from receivable.ledger_line
                where company_id = (select id from company.company where code = ?)
                """, company);
        var items = db.fetchSingle("""
                select count(*) filter (where remaining <> 0), sum(remaining)::text from receivable.open_item
                where company_id = (select id from company.company where code = ?)
                """, company);

        assertThat(ledger.into(Object[].class)).containsExactly((long) lines, debit, credit);
        assertThat(items.into(Object[].class)).containsExactly((long) openItems, remaining);
    }

    @Test
    void plans_and_what_was_done_are_kept() {
        assertThat(db.fetchSingle("""
                        select (select count(*) from worklist.planned_action), (select count(*) from worklist.done_action),
                            (select count(*) from timeline.event), (select count(*) from worklist.replaced_action),
                            (select count(*) from customer.customer)
                        """).into(Object[].class)).containsExactly(403L, 6L, 9L, 1L, 55L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/supervisor",
                "/customers",
                "/customers/DEM1/C001",
                "/customers/DEM1/C001/ledger",
                "/customers/DEM1/C001/events",
                "/customers/DEM2/L00",
                "/items",
                "/imports",
                "/imports/4",
                "/strategies",
                "/strategies/STD",
                "/strategies/STD/versions",
                "/administration/users",
                "/administration/companies",
                "/administration/audit",
                "/profile"
            })
    void every_page_opens_for_an_administrator_of_then(String page) {
        assertThat(browser.get(page).statusCode()).isEqualTo(200);
    }
}
