package io.encours.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.encours.company.Company;
import io.encours.identity.CollectionsRole;
import io.encours.identity.Role;
import io.encours.importing.Imports;
import io.encours.strategy.Strategies;
import io.encours.testing.Api;
import io.encours.testing.Fixtures;
import io.encours.testing.IntegrationTest;
import io.encours.testing.Portfolio;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
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
import tools.jackson.databind.json.JsonMapper;

@IntegrationTest
@DisplayName("I4: other programs are told, signed and again until they answer")
class WebhooksTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Imports imports;

    @Autowired
    private Strategies strategies;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private DSLContext db;

    /// What the other program received.
    record Received(String signature, String event, String body) {

        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }
    }

    private final LinkedBlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private volatile int answer = 204;
    private HttpServer server;
    private Company company;
    private Api administrator;
    private long hook;
    private String secret;

    @BeforeEach
    void another_program_listens() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var headers = exchange.getRequestHeaders();
            received.add(new Received(
                    headers.getFirst("Encours-Signature"),
                    headers.getFirst("Encours-Event"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        server.start();
        company = fixtures.aCompany();
        administrator =
                new Api(port, fixtures.tokenOf(fixtures.aUser(Role.ADMINISTRATOR, CollectionsRole.MANAGER, company)));
    }

    @AfterEach
    void it_stops() {
        administrator.delete("/webhooks/" + hook);
        server.stop(0);
    }

    @Test
    void an_import_and_what_it_changed_are_told_with_a_signature() throws InterruptedException {
        listenTo("import.done", "items.changed");
        aCustomerWhoOwes();
        deliveries.sendDue();

        var items = next("items.changed");
        assertThat(items.json().at("/company").asString()).isEqualTo(company.code());
        assertThat(items.json().at("/data/customers/0").asString()).isEqualTo("C1");
        assertThat(items.body()).as("ids and figures, no names").doesNotContain("Durand");
        var at = Instant.ofEpochSecond(Long.parseLong(items.signature().replaceAll("t=(\\d+),.*", "$1")));
        assertThat(items.signature()).isEqualTo(Signature.of(secret, at, items.body()));
        assertThat(delivery().at("/state").asString()).isEqualTo("DELIVERED");
        assertThat(delivery().at("/status").asInt()).isEqualTo(204);
    }

    @Test
    void an_action_done_is_told_and_what_is_rolled_back_is_not() throws InterruptedException {
        aCustomerWhoOwes();
        listenTo("action.done");
        var item = administrator.get("/items?company=" + company.code()).body().at("/items/0");
        var action = item.at("/nextAction/id").asString();
        assertThat(administrator
                        .post("/actions/%s/validation".formatted(action), "{\"outcome\": \"NEVER\"}")
                        .status())
                .isGreaterThanOrEqualTo(400);
        assertThat(administrator
                        .post("/actions/%s/validation".formatted(action), "{}")
                        .status())
                .isEqualTo(200);
        deliveries.sendDue();

        var told = next("action.done").json();
        assertThat(told.at("/data/events/0/type").asString()).isEqualTo("ACTION_VALIDATED");
        assertThat(told.at("/data/events/0/items/0").asString())
                .isEqualTo(item.at("/id").asString());
        assertThat(told.at("/data/events").size()).isEqualTo(1);
        assertThat(received).isEmpty();
    }

    @Test
    void what_fails_is_tried_again_and_after_a_day_the_webhook_is_disabled() throws InterruptedException {
        listenTo("items.changed");
        answer = 500;
        aCustomerWhoOwes();
        deliveries.sendDue();
        next("items.changed");
        assertThat(delivery().at("/state").asString()).isEqualTo("WAITING");
        assertThat(delivery().at("/status").asInt()).isEqualTo(500);
        var first = Instant.parse(delivery().at("/nextTryAt").asString());

        for (var rounds = 0; rounds < 60 && !delivery().at("/state").asString().equals("FAILED"); rounds++) {
            due();
            deliveries.sendDue();
        }
        assertThat(delivery().at("/state").asString()).isEqualTo("FAILED");
        assertThat(delivery().at("/tries").asInt()).isEqualTo(10);
        assertThat(first)
                .isBefore(Instant.parse(delivery().at("/triedAt").asString()).plusSeconds(60));
        assertThat(administrator.get("/webhooks").body().at("/items").values().stream()
                        .filter(one -> one.at("/id").asLong() == hook)
                        .map(one -> one.at("/disabledAt").isNull()))
                .containsExactly(false);

        received.clear();
        answer = 200;
        administrator.post("/webhooks/%d/activation".formatted(hook), "{}");
        administrator.post(
                "/webhooks/%d/deliveries/%d/repetition"
                        .formatted(hook, delivery().at("/id").asLong()),
                "{}");
        deliveries.sendDue();
        next("items.changed");
        assertThat(delivery().at("/state").asString()).isEqualTo("DELIVERED");
    }

    @Test
    void nobody_is_told_about_companies_the_owner_does_not_work_for() {
        var other = fixtures.aCompany();
        var colleague = fixtures.aUser(Role.ACCOUNTANT, CollectionsRole.NONE, other);
        listenTo("items.changed");
        db.execute("update webhook.hook set owner_id = ? where id = ?", colleague.id(), hook);
        aCustomerWhoOwes();

        assertThat(administrator
                        .get("/webhooks/%d/deliveries".formatted(hook))
                        .body()
                        .at("/items")
                        .size())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "http://192.0.2.1/hook, webhook.problem.plainHttp",
        "http://127.0.0.1:9/, webhook.problem.plainHttp",
        "https://127.0.0.1/, webhook.problem.privateNetwork",
        "https://localhost/, webhook.problem.privateNetwork",
        "'https://[::1]/', webhook.problem.privateNetwork",
        "https://0.0.0.0/, webhook.problem.privateNetwork",
        "https://10.1.2.3/hook, webhook.problem.privateNetwork",
        "https://172.16.0.1/, webhook.problem.privateNetwork",
        "https://192.168.1.1/, webhook.problem.privateNetwork",
        "https://169.254.169.254/latest, webhook.problem.privateNetwork",
        "https://100.64.0.1/, webhook.problem.privateNetwork",
        "'https://[fd00::1]/', webhook.problem.privateNetwork",
        "'https://[fe80::1]/', webhook.problem.privateNetwork",
        "'https://[::ffff:10.0.0.1]/', webhook.problem.privateNetwork",
        "'https://[64:ff9b::a00:1]/', webhook.problem.privateNetwork",
        "https://user:word@192.0.2.1/, webhook.problem.address",
        "ftp://192.0.2.1/, webhook.problem.address",
        "not an address, webhook.problem.address",
    })
    void addresses_inside_are_refused(String address, String problem) {
        assertThat(HookAddress.of(address, false)).isEqualTo(new HookAddress.Closed(problem));
    }

    @Test
    void the_reason_stands_beside_the_field() {
        var refused =
                administrator.post("/webhooks", "{\"address\": \"http://192.0.2.1/\", \"events\": [\"import.done\"]}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("address");
        assertThat(refused.body().at("/errors/0/code").asString()).isEqualTo("webhook.problem.plainHttp");
    }

    @Test
    void others_are_open_and_those_inside_when_the_installation_says_so() {
        assertThat(HookAddress.of("https://192.0.2.1/hook", false)).isInstanceOf(HookAddress.Open.class);
        assertThat(HookAddress.of("https://10.0.0.1/", true)).isInstanceOf(HookAddress.Open.class);
        assertThat(HookAddress.of("http://127.0.0.1:9/", true)).isInstanceOf(HookAddress.Open.class);
    }

    @Test
    void a_name_that_leads_elsewhere_meanwhile_is_not_followed() throws Exception {
        var address =
                URI.create("http://receiver.example:" + server.getAddress().getPort() + "/in");
        var checked = new HookAddress.Open(address, List.of(InetAddress.getLoopbackAddress()));

        var answered = new HookSender(Duration.ofSeconds(5)).post(checked, Map.of("Encours-Event", "probe"), "{}");

        assertThat(answered.status()).as("no name server knows this name").isEqualTo(204);
        next("probe");
    }

    @Test
    void a_receiver_that_never_ends_its_answer_holds_nobody_up() {
        server.createContext("/drip", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var out = exchange.getResponseBody()) {
                while (true) {
                    out.write('.');
                    out.flush();
                    LockSupport.parkNanos(20_000_000);
                }
            }
        });
        var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/drip");
        var checked = new HookAddress.Open(address, List.of(InetAddress.getLoopbackAddress()));

        assertThatThrownBy(() -> new HookSender(Duration.ofMillis(200)).post(checked, Map.of(), "{}"))
                .isInstanceOf(IOException.class);
    }

    private void listenTo(String... events) {
        var made = administrator.post(
                "/webhooks",
                JsonMapper.shared()
                        .writeValueAsString(Map.of(
                                "address",
                                "http://127.0.0.1:" + server.getAddress().getPort() + "/in",
                                "events",
                                List.of(events))));
        assertThat(made.status()).isEqualTo(201);
        hook = made.body().at("/id").asLong();
        secret = made.body().at("/secret").asString();
    }

    private void aCustomerWhoOwes() {
        new Portfolio(imports, strategies, fixtures, company)
                .customer("C1", "Durand SARL", fixtures.anAgent(company))
                .owes("C1", "F-1", "2026-11-02", "100.00")
                .bringIn();
    }

    private Received next(String event) throws InterruptedException {
        for (var one = received.poll(10, TimeUnit.SECONDS); one != null; one = received.poll(10, TimeUnit.SECONDS)) {
            if (one.event().equals(event)) {
                return one;
            }
        }
        throw new AssertionError("nothing was told about " + event);
    }

    /// The last one, once nobody is sending it: the job does so beside the test.
    private JsonNode delivery() {
        var last = lastDelivery();
        for (var looks = 0; looks < 500 && last.at("/state").asString().equals("SENDING"); looks++) {
            last = lastDelivery();
        }
        return last;
    }

    private JsonNode lastDelivery() {
        return administrator
                .get("/webhooks/%d/deliveries".formatted(hook))
                .body()
                .at("/items/0");
    }

    /// Time passes.
    private void due() {
        db.execute(
                "update webhook.delivery set next_try_at = created_at where hook_id = ? and state = 'WAITING'", hook);
    }
}
