package io.encours;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import io.encours.company.Companies;
import io.encours.company.Company;
import io.encours.company.Letterhead;
import io.encours.company.Letterheads;
import io.encours.identity.OneTimeLinks;
import io.encours.identity.SignedIn;
import io.encours.importing.ImportKind;
import io.encours.importing.Imports;
import io.encours.importing.Upload;
import io.encours.platform.RowId;
import io.encours.strategy.Strategies;
import io.encours.testing.Api;
import io.encours.testing.Axe;
import io.encours.testing.Browser;
import io.encours.testing.BrowserTest;
import io.encours.testing.Fixtures;
import io.encours.testing.Portfolio;
import io.encours.testing.Routes;
import io.encours.timeline.Attachments;
import io.encours.worklist.Printing;
import io.encours.worklist.Ticked;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every page of the route list, wide and narrow, in both themes, at rest and with everything open: a new page is
/// looked
/// at without anybody thinking of it.
@BrowserTest
@DisplayName("Q5 every page can be used by everyone (WCAG 2.2 AA)")
class AccessibilityTest {

    private static final int WIDE = 1440;
    private static final int NARROW = 390;
    private static final int[] WIDTHS = {WIDE, 768, NARROW};
    private static final String PROBLEM = "/error";
    private static final byte[] ITEMS = """
            customer;document;documentDate;dueDate;amount
            DUP;F-8;2026-09-01;2026-10-01;100,00
            DUP;F-9;2026-09-02;2026-10-02;cent
            """.getBytes(StandardCharsets.UTF_8);

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Imports imports;

    @Autowired
    private Strategies strategies;

    @Autowired
    private OneTimeLinks links;

    @Autowired
    private Companies companies;

    @Autowired
    private Letterheads letterheads;

    @Autowired
    private Attachments attachments;

    @Autowired
    private Printing printing;

    @LocalServerPort
    private int port;

    private final Map<String, List<String>> found = new TreeMap<>();
    private Company company;
    private SignedIn administrator;

    @BeforeEach
    void a_company_with_something_of_everything() {
        fixtures.aCompany(); // one to switch to
        company = fixtures.aCompany();
        var agent = fixtures.anAgent(company);
        var portfolio = new Portfolio(imports, strategies, fixtures, company)
                .customer("DUP", "Dupont Bâtiment", agent)
                .customer("MOR", "Moreau Transports", fixtures.anAgent(company))
                .owes("DUP", "F-1", "2026-10-20", "6200.00")
                .owes("DUP", "F-2", "2026-12-18", "840.50")
                .hasCredit("DUP", "A-1", "1000.00")
                .owes("MOR", "F-3", "2026-11-14", "99.90")
                .bringIn();
        administrator = portfolio.administrator();
        paper();
        api().put("/customers/" + company.code() + "/DUP", """
                        {"name":"Dupont Bâtiment","agent":"%s","language":"fr","country":"FR","phone":"01 99 00 00 00",
                         "email":"dup@client.example","address":"3 rue des Tanneurs","postalCode":"31000","city":"Toulouse"}
                        """.formatted(agent.login()));
    }

    private Api api() {
        return new Api(port, fixtures.tokenOf(administrator));
    }

    /// What letters and notices of the company are printed on.
    private void paper() {
        companies.change(
                administrator,
                new Companies.Details(company.code(), company.name(), "732829320", null, null, null, null));
        letterheads.put(
                administrator,
                company.code(),
                new Letterhead.Draft(
                        "12 quai des Fabriques",
                        "69002",
                        "Lyon",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "FR7630006000011234567890189",
                        null));
        var picture = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(120, 40, BufferedImage.TYPE_INT_RGB), "png", picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        letterheads.putLogo(administrator, company.code(), picture.toByteArray());
    }

    /// A formal notice, sent with a proof, so that there is something to follow.
    private String notice(String customer) {
        var issued = api().post(customer + "/notices", "{}");
        assertThat(issued.status()).as("%s", issued.body()).isEqualTo(201);
        return issued.body().at("/id").asString();
    }

    private String printRun(String letter) {
        var run = api().post(
                        "/letters/print-runs",
                        "{\"company\":\"" + company.code() + "\",\"letters\":[\"" + letter + "\"]}");
        assertThat(run.status()).as("%s", run.body()).isEqualTo(201);
        return run.body().at("/id").asString();
    }

    private String message(String customer) {
        var made = api().post(customer + "/messages", "{\"template\":\"RELANCE-1-EMAIL\",\"statement\":true}");
        assertThat(made.status()).as("%s", made.body()).isEqualTo(201);
        return made.body().at("/id").asString();
    }

    private String webhook() {
        var made =
                api().post("/webhooks", "{\"address\": \"http://127.0.0.1:9/encours\", \"events\": [\"import.done\"]}");
        assertThat(made.status()).as("%s", made.body()).isEqualTo(201);
        return made.body().at("/id").asString();
    }

    private String letter(String customer) {
        var made = api().post(customer + "/letters", "{}");
        assertThat(made.status()).as("%s", made.body()).isEqualTo(201);
        return made.body().at("/id").asString();
    }

    @Test
    void no_page_breaks_a_rule_or_is_wider_than_its_window(Browser browser) {
        browser.expectComplaints(); // the page of errors is one of them
        var page = browser.signIn(administrator);
        page.locator(".company-switch select").selectOption(company.code());
        PlaywrightAssertions.assertThat(page.locator(".company-switch option[selected]"))
                .hasText(company.name());
        var paths = paths(page);

        for (var path : paths) {
            lookAt(page, path);
        }
        lookAtTheFrame(page);

        assertThat(paths).hasSizeGreaterThan(20);
        assertThat(found).isEmpty();
    }

    private void lookAt(Page page, String path) {
        page.navigate(path);
        show(page, WIDE);
        note(path, "wide", Axe.look(page));
        dark(page, true);
        note(path, "wide, dark", Axe.lookAtContrast(page));
        show(page, NARROW);
        note(path, "narrow, dark", Axe.lookAtContrast(page));
        dark(page, false);
        note(path, "narrow", Axe.lookAtContrast(page));
        for (var width : WIDTHS) {
            show(page, width);
            var over = (Integer)
                    page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (over > 0) {
                note(path, "at " + width, List.of("wider than the window by " + over));
            }
        }
        show(page, WIDE);
        lookAtWhatUnfolds(page, path);
        lookAtItsPanel(page, path);
        lookAtItsDialog(page, path);
    }

    private void lookAtWhatUnfolds(Page page, String path) {
        if (page.locator("#content details").count() > 0) {
            unfold(page, true);
            note(path, "unfolded", Axe.lookInside(page, "#content details"));
            unfold(page, false);
        }
    }

    private void lookAtItsPanel(Page page, String path) {
        var line = page.locator("tr.line .open-line");
        if (line.count() > 0) {
            line.first().click();
            page.locator("#panel .panel-body").waitFor();
            note(path, "with its panel", Axe.look(page));
            show(page, NARROW);
            note(path, "with its panel, narrow", Axe.look(page));
            dark(page, true);
            note(path, "with its panel, dark", Axe.lookAtContrast(page));
            dark(page, false);
            show(page, WIDE);
            page.keyboard().press("Escape");
        }
    }

    private void lookAtItsDialog(Page page, String path) {
        var event = page.locator("tr.event-row");
        if (event.count() > 0) {
            event.first().press("Enter");
            page.locator("#event[open]").waitFor();
            note(path, "with its dialog", Axe.look(page));
            page.keyboard().press("Escape");
        }
    }

    /// The keys, the user's menu, the navigation of a phone: the same on every page.
    private void lookAtTheFrame(Page page) {
        page.navigate("/supervisor");
        page.locator("[data-keys]").first().click();
        note("frame", "with its keys", Axe.look(page));
        dark(page, true);
        note("frame", "with its keys, dark", Axe.lookAtContrast(page));
        dark(page, false);
        page.keyboard().press("Escape");
        page.locator(".user-button").click();
        note("frame", "with its menu", Axe.look(page));
        show(page, NARROW);
        page.locator("[data-drawer-open]").click();
        settle(page);
        note("frame", "with its drawer", Axe.look(page));
    }

    private void note(String path, String how, List<String> wrong) {
        if (!wrong.isEmpty()) {
            found.put(path + " " + how, wrong);
        }
    }

    private static void dark(Page page, boolean dark) {
        page.evaluate("dark => { document.documentElement.dataset.bsTheme = dark ? 'dark' : 'light'; }", dark);
        settle(page);
    }

    private static void unfold(Page page, boolean open) {
        page.evaluate(
                "open => document.querySelectorAll('#content details').forEach(part => { part.open = open; })", open);
        settle(page);
    }

    private static void show(Page page, int width) {
        page.setViewportSize(width, 900);
        page.waitForFunction("width => innerWidth === width", width);
        settle(page);
    }

    /// Until what was asked for is there and drawn.
    private static void settle(Page page) {
        page.waitForFunction("() => !document.querySelector('.htmx-request')");
        page.evaluate("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
    }

    /// The pages among the routes, their variables filled in; what needs a parameter is a part of a page.
    private List<String> paths(Page page) {
        var values = values(page);
        return Routes.of(mappings).stream()
                .filter(route -> route.startsWith("GET ") && !route.startsWith("GET /api"))
                .map(route -> filledIn(route.substring("GET ".length()), values))
                .filter(path -> isPage(page, path))
                .toList();
    }

    /// Not what leads to another page, which is among the routes itself.
    private static boolean isPage(Page page, String path) {
        var answer = page.request().get(path);
        if (!path.equals(PROBLEM)) {
            assertThat(answer.status()).as(path).isNotIn(403, 404);
        }
        return (answer.ok() || path.equals(PROBLEM))
                && URI.create(answer.url()).getPath().equals(path)
                && answer.text().startsWith("<!DOCTYPE html>");
    }

    private static String filledIn(String pattern, Map<String, String> values) {
        var path = values.entrySet().stream()
                .filter(value -> pattern.startsWith(value.getKey()))
                .findFirst()
                .map(value ->
                        value.getValue() + pattern.substring(value.getKey().length()))
                .orElse(pattern);
        assertThat(path).as("what stands for the variables of %s", pattern).doesNotContain("{");
        return path;
    }

    /// Beginnings of routes, and what stands for them.
    private Map<String, String> values(Page page) {
        var code = company.code();
        var customer = "/customers/" + code + "/DUP";
        var values = new LinkedHashMap<String, String>();
        var event = firstEvent(page, customer);
        values.put("/customers/{company}/{code}/events/{event}/attachments/{id}", attachment(event));
        values.put("/customers/{company}/{code}/events/{event}", event);
        var notice = customer + "/notices/" + notice(customer);
        values.put("/customers/{company}/{code}/notices/{id}/steps/{step}/proof", notice + "/document");
        values.put("/customers/{company}/{code}/notices/{id}", notice);
        values.put("/notices/{id}", "/notices/" + notice.substring(notice.lastIndexOf('/') + 1));
        values.put("/customers/{company}/{code}/items/{id}", customer + "/items/" + firstItem(page));
        values.put("/customers/{company}/{code}", customer);
        values.put("/home/widgets/{name}", "/home/widgets/TURNOVER");
        values.put("/reports/{name}", "/reports/aged-balance");
        values.put("/administration/webhooks/{id}", "/administration/webhooks/" + webhook());
        var message = "/messages/" + message(customer);
        values.put("/messages/{id}/files/{position}", message);
        values.put("/messages/{id}", message);
        var letter = letter(customer);
        values.put("/letters/print-runs/{id}", "/letters/print-runs/" + printRun(letter));
        values.put("/letters/{id}", "/letters/" + letter);
        values.put("/strategies/{code}", "/strategies/S-" + code);
        values.put("/templates/{code}", "/templates/RELANCE-1-EMAIL");
        values.put("/imports/drafts/{id}", draft(page));
        values.put("/imports/{id}", "/imports/" + runWithRejects());
        values.put("/administration/companies/{company}", "/administration/companies/" + code);
        values.put("/administration/users/{login}", "/administration/users/" + administrator.login());
        values.put("/first-sign-in/{token}", "/first-sign-in/" + links.create(administrator.id()));
        values.put("/supervisor/printouts/{id}", "/supervisor/printouts/" + printout(firstItem(page)));
        values.put("/supervisor/items/{id}", "/supervisor/items/" + firstItem(page));
        return values;
    }

    private String firstItem(Page page) {
        page.navigate("/supervisor");
        return attribute(page.locator("tr.line").first(), "id").substring("l-".length());
    }

    /// A call that was made, so that there is something to tell.
    private static String firstEvent(Page page, String customer) {
        page.navigate("/supervisor");
        page.locator("tr.line.late .open-line").first().click();
        page.locator("#panel button.btn-primary").click();
        page.locator("tr.line.done").first().waitFor();
        page.navigate(customer + "/exchanges");
        return customer + "/events/" + attribute(page.locator("[data-event]").first(), "data-event");
    }

    private String attachment(String event) {
        var id = RowId.parse(event.substring(event.lastIndexOf('/') + 1)).orElseThrow();
        var content = new ByteArrayInputStream("Accusé de réception".getBytes(StandardCharsets.UTF_8));
        var attached = attachments.add(administrator, fixtures.everythingOf(company), id, "accuse.txt", content);
        return event + "/attachments/" + attached.id();
    }

    private long printout(String item) {
        var line = Ticked.Line.parse(item);
        return printing.print(administrator, fixtures.everythingOf(company), Ticked.lines(List.of(line)))
                .id();
    }

    private static String draft(Page page) {
        page.navigate("/imports");
        page.locator("#file").setInputFiles(new FilePayload("factures.csv", "text/csv", ITEMS));
        page.waitForURL("**/imports/drafts/*");
        return URI.create(page.url()).getPath();
    }

    private long runWithRejects() {
        var upload = new Upload(company.code(), ImportKind.ITEMS, "factures.csv", false);
        var id = imports.start(fixtures.everythingOf(company), administrator, upload, new ByteArrayInputStream(ITEMS));
        imports.await(id);
        return id;
    }

    private static String attribute(Locator element, String name) {
        return Objects.requireNonNull(element.getAttribute(name));
    }
}
