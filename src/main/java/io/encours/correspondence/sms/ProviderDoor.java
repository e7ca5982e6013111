package io.encours.correspondence.sms;

import io.encours.platform.Problem;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a provider says by HTTP, believed when it is signed with the secret of `ENCOURS_SMS_SECRET`.
@Service
public class ProviderDoor {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String DELIVERED = "DELIVERED";
    private static final String FAILED = "FAILED";
    private static final int LONGEST = 64 * 1024;

    private final SmsSettings settings;
    private final SmsPost post;
    private final Clock clock;

    ProviderDoor(SmsSettings settings, SmsPost post, Clock clock) {
        this.settings = settings;
        this.post = post;
        this.clock = clock;
    }

    /// What became of a message.
    ///
    /// @throws Problem forbidden without a valid signature, unreadable
    public void status(@Nullable String time, @Nullable String signature, byte[] body) {
        var report = signed(time, signature, body);
        var status = report.path("status").asString("");
        var id = report.path("id").asString("");
        if (id.isEmpty() || !(status.equals(DELIVERED) || status.equals(FAILED))) {
            throw Problem.unreadable("correspondence.sms.problem.status");
        }
        post.receipt(new SmsReceipt(
                HttpTransport.PROVIDER,
                id,
                status.equals(DELIVERED),
                status.equals(DELIVERED) ? "" : report.path("reason").asString(FAILED)));
    }

    /// What a customer wrote.
    ///
    /// @throws Problem forbidden without a valid signature, unreadable
    public void answer(@Nullable String time, @Nullable String signature, byte[] body) {
        var answer = signed(time, signature, body);
        var from = answer.path("from").asString("");
        if (from.isEmpty()) {
            throw Problem.unreadable("correspondence.sms.problem.answer");
        }
        post.received(new ReceivedSms(
                from, answer.path("to").asString(""), answer.path("text").asString(""), Optional.empty()));
    }

    private JsonNode signed(@Nullable String time, @Nullable String signature, byte[] body) {
        var secret = settings.smsSecret();
        if (secret == null
                || body.length > LONGEST
                || !new HttpSignature(secret).isValid(time, signature, body, clock.instant())) {
            throw Problem.forbidden("correspondence.sms.problem.signature");
        }
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw Problem.unreadable("correspondence.sms.problem.status");
        }
    }
}
