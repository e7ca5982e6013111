package io.encours.correspondence.sms;

import io.encours.correspondence.sms.SmsReceipt.Outcome;
import io.encours.platform.Problem;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a provider says by HTTP, believed when it is signed with the secret of the installation, or with that of a
/// company
/// and then only about this company.
@Service
public class ProviderDoor {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String DELIVERED = "DELIVERED";
    private static final String FAILED = "FAILED";
    private static final int LONGEST = 64 * 1024;

    /// What was said, and by whom.
    private record Signed(JsonNode body, HttpAccounts.Account account) {}

    private final HttpAccounts accounts;
    private final SmsPost post;
    private final Clock clock;

    ProviderDoor(HttpAccounts accounts, SmsPost post, Clock clock) {
        this.accounts = accounts;
        this.post = post;
        this.clock = clock;
    }

    /// What became of a message.
    ///
    /// @throws Problem forbidden without a valid signature, unreadable
    public void status(@Nullable String time, @Nullable String signature, byte[] body) {
        var signed = signed(time, signature, body);
        var report = signed.body();
        var status = report.path("status").asString("");
        var id = report.path("id").asString("");
        if (id.isEmpty() || !(status.equals(DELIVERED) || status.equals(FAILED))) {
            throw Problem.unreadable("correspondence.sms.problem.status");
        }
        var outcome = status.equals(DELIVERED)
                ? Outcome.DELIVERED
                : report.path("permanent").asBoolean(false) ? Outcome.UNREACHABLE : Outcome.FAILED;
        post.receipt(new SmsReceipt(
                signed.account().provider(),
                id,
                outcome,
                outcome == Outcome.DELIVERED ? "" : report.path("reason").asString(FAILED)));
    }

    /// What a customer wrote.
    ///
    /// @throws Problem forbidden without a valid signature, unreadable
    public void answer(@Nullable String time, @Nullable String signature, byte[] body) {
        var signed = signed(time, signature, body);
        var answer = signed.body();
        var from = answer.path("from").asString("");
        if (from.isEmpty()) {
            throw Problem.unreadable("correspondence.sms.problem.answer");
        }
        post.received(new ReceivedSms(
                from,
                answer.path("to").asString(""),
                answer.path("text").asString(""),
                Optional.empty(),
                signed.account().provider(),
                answer.path("id").asString(""),
                signed.account().company()));
    }

    private Signed signed(@Nullable String time, @Nullable String signature, byte[] body) {
        var account = body.length > LONGEST
                ? Optional.<HttpAccounts.Account>empty()
                : accounts.signedBy(time, signature, body, clock.instant());
        if (account.isEmpty()) {
            throw Problem.forbidden("correspondence.sms.problem.signature");
        }
        try {
            return new Signed(JSON.readTree(body), account.get());
        } catch (JacksonException e) {
            throw Problem.unreadable("correspondence.sms.problem.status");
        }
    }
}
