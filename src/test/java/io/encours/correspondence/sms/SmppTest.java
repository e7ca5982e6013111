package io.encours.correspondence.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.SubmitSm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A1 short messages by SMPP")
class SmppTest {

    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final String MOBILE = "+33612345678";

    private final MessageCentre centre = new MessageCentre();
    private final List<SmsReceipt> receipts = new CopyOnWriteArrayList<>();
    private final List<ReceivedSms> answers = new CopyOnWriteArrayList<>();
    private final List<String> states = new CopyOnWriteArrayList<>();
    private final SmppLink link =
            new SmppLink(centre.address(), new SmppListener(receipts::add, answers::add), states::add, PAUSE);
    private final SmppTransport transport = new SmppTransport(link, PAUSE);

    @BeforeEach
    void a_link_that_is_bound() {
        link.start();
        Waiting.until(() -> link.session() != null);
    }

    @AfterEach
    void everything_is_closed() {
        link.close();
        centre.close();
    }

    @Test
    void a_message_in_the_gsm_alphabet_goes_out_with_a_receipt_asked_for() {
        var outcome = send("Échéance dépassée : 1 240,00 €. Merci de régler.");

        assertThat(outcome).isEqualTo(new SmsOutcome.Accepted(List.of("M1")));
        var message = centre.taken.getFirst();
        assertThat(message.getDestAddress()).isEqualTo("33612345678");
        assertThat(message.getDestAddrTon()).isEqualTo(SMPPConstant.TON_INTERNATIONAL);
        assertThat(message.getSourceAddr()).isEqualTo("ORADINE");
        assertThat(message.getSourceAddrTon()).isEqualTo(SMPPConstant.TON_ALPHANUMERIC);
        assertThat(message.getDataCoding()).isEqualTo(SmsAlphabet.GSM);
        assertThat(message.isSmscDelReceiptSuccessAndFailureRequested()).isTrue();
        assertThat(text(message)).isEqualTo("Échéance dépassée : 1 240,00 €. Merci de régler.");
    }

    @ParameterizedTest(name = "{0} × {1} goes out in {2} parts")
    @CsvSource({"a, 160, 1", "a, 161, 2", "€, 80, 1", "€, 153, 3", "ê, 70, 1", "ê, 71, 2", "😀, 35, 1", "😀, 36, 2"})
    void a_long_message_goes_out_in_parts_that_make_it_whole_again(String letter, int times, int parts) {
        var text = letter.repeat(times);

        assertThat(send(text))
                .isInstanceOfSatisfying(
                        SmsOutcome.Accepted.class,
                        taken -> assertThat(taken.ids()).hasSize(parts));
        assertThat(centre.taken)
                .hasSize(parts)
                .allSatisfy(part -> assertThat(part.getShortMessage().length)
                        .isLessThanOrEqualTo(part.getDataCoding() == SmsAlphabet.UCS_2 ? 140 : 160));
        assertThat(centre.taken.stream().map(SmppTest::text).collect(Collectors.joining()))
                .isEqualTo(text);
        if (parts > 1) {
            assertThat(centre.taken.stream()
                            .map(part -> Concatenation.of(part.getShortMessage())
                                    .orElseThrow()
                                    .number()))
                    .containsExactlyElementsOf(java.util.stream.IntStream.rangeClosed(1, parts)
                            .boxed()
                            .toList());
        }
    }

    @Test
    void a_centre_that_throttles_is_asked_again_later() {
        centre.statuses.add(SMPPConstant.STAT_ESME_RTHROTTLED);

        assertThat(send("Bonjour")).isInstanceOf(SmsOutcome.Later.class);
        assertThat(send("Bonjour")).isInstanceOf(SmsOutcome.Accepted.class);
        assertThat(centre.taken).hasSize(1);
    }

    @Test
    void a_number_the_centre_does_not_take_is_refused_for_good() {
        centre.statuses.add(SMPPConstant.STAT_ESME_RINVDSTADR);

        assertThat(send("Bonjour")).isEqualTo(new SmsOutcome.Refused("ESME_RINVDSTADR (0x0000000b)"));
    }

    @Test
    void a_part_that_is_throttled_is_sent_again_so_that_no_half_message_stays() {
        centre.statuses.addAll(List.of(0, SMPPConstant.STAT_ESME_RTHROTTLED, SMPPConstant.STAT_ESME_RMSGQFUL));

        assertThat(send("a".repeat(200))).isInstanceOf(SmsOutcome.Accepted.class);
        assertThat(centre.taken).hasSize(2);
    }

    @Test
    void half_a_message_is_uncertain() {
        centre.statuses.addAll(List.of(0, SMPPConstant.STAT_ESME_RINVDSTADR));

        assertThat(send("a".repeat(200)))
                .isEqualTo(new SmsOutcome.Uncertain("ESME_RINVDSTADR (0x0000000b)", List.of("M1")));
    }

    @Test
    void a_message_the_centre_never_answered_is_uncertain() {
        link.session().setTransactionTimer(300);
        centre.fallSilent();

        assertThat(send("Bonjour")).isInstanceOf(SmsOutcome.Uncertain.class);
    }

    @Test
    void a_lost_link_is_bound_again_and_nothing_goes_out_meanwhile() {
        var first = link.session();
        centre.drop();
        Waiting.until(() -> link.session() != first);

        Waiting.until(() -> send("Bonjour") instanceof SmsOutcome.Accepted);

        assertThat(centre.taken).hasSize(1);
        assertThat(states).contains("connection lost").endsWith("");
    }

    @Test
    void without_a_link_a_message_waits() {
        link.close();

        assertThat(send("Bonjour")).isEqualTo(new SmsOutcome.Later("not connected"));
    }

    @Test
    void a_wrong_password_is_told_without_telling_it() {
        var url = "smpp://encours:wr0ng@localhost:" + centre.port();
        try (var stranger =
                new SmppLink(SmppAddress.of(url), new SmppListener(receipts::add, answers::add), states::add, PAUSE)) {
            stranger.start();
            Waiting.until(() -> states.stream().anyMatch(state -> state.contains("ESME_RINVPASWD")));
        }
        assertThat(states).noneMatch(state -> state.contains("wr0ng"));
        assertThat(SmppAddress.of(url).toString()).doesNotContain("wr0ng");
    }

    @ParameterizedTest(name = "{0} with error {1}: {2}, {3}")
    @CsvSource({
        "DELIVRD, 000, DELIVERED, ''",
        "UNDELIV, 000, UNREACHABLE, UNDELIV",
        "UNDELIV, 001, UNREACHABLE, UNDELIV (err 001)",
        "UNDELIV, 027, FAILED, UNDELIV (err 027)",
        "EXPIRED, 000, FAILED, EXPIRED",
        "REJECTD, 045, FAILED, REJECTD (err 045)"
    })
    void receipts_say_what_became_of_it(String state, String error, SmsReceipt.Outcome outcome, String reason) {
        centre.receipt("M1", "ENROUTE", "000");
        centre.receipt("M1", state, error);

        assertThat(receipts).containsExactly(new SmsReceipt("smpp", "M1", outcome, reason));
    }

    @Test
    void answers_come_with_their_number_and_their_parts() {
        centre.answer("33612345678", "Payé hier {réf. 12}");
        centre.answerPart("33612345678", new Concatenation(7, 2, 2), "fin");

        assertThat(answers)
                .satisfiesExactly(
                        whole -> {
                            assertThat(whole.from()).isEqualTo(MOBILE);
                            assertThat(whole.text()).isEqualTo("Payé hier {réf. 12}");
                        },
                        part -> {
                            assertThat(part.text()).isEqualTo("fin");
                            assertThat(part.part()).contains(new Concatenation(7, 2, 2));
                        });
    }

    private SmsOutcome send(String text) {
        return transport.send(new SmsOrder("ORA", "ORADINE", MOBILE, text, "1-1"));
    }

    private static String text(SubmitSm message) {
        var octets = message.getShortMessage();
        return SmsAlphabet.decode(message.isUdhi() ? Concatenation.textOf(octets) : octets, message.getDataCoding());
    }
}
