package io.encours.correspondence.sms;

import io.encours.correspondence.SmsText;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;

/// Sends by SMPP (§4.4), a longer message in parts with a header, each with a receipt asked for.
final class SmppTransport implements SmsTransport {

    private static final int SHORT_CODE = 6;
    private static final int TRIES_OF_A_LATER_PART = 4;

    private final SmppLink link;
    private final Duration pause;
    private final AtomicInteger references = new AtomicInteger();

    /// @param pause before a part is tried again when parts before it are already gone
    SmppTransport(SmppLink link, Duration pause) {
        this.link = link;
        this.pause = pause;
    }

    @Override
    public String provider() {
        return SmppListener.PROVIDER;
    }

    @Override
    public SmsOutcome send(SmsOrder order) {
        var text = SmsText.of(order.text());
        var reference = references.incrementAndGet() & 0xff;
        var ids = new ArrayList<String>();
        for (var part : text.parts()) {
            var octets = SmsAlphabet.encode(part, text.isGsm());
            var message = text.parts().size() == 1
                    ? octets
                    : new Concatenation(reference, text.parts().size(), ids.size() + 1).before(octets);
            switch (insistently(order, message, text, ids.isEmpty() ? 1 : TRIES_OF_A_LATER_PART)) {
                case SmsOutcome.Accepted taken -> ids.addAll(taken.ids());
                case SmsOutcome.Later later -> {
                    return ids.isEmpty() ? later : new SmsOutcome.Uncertain(later.reason(), ids);
                }
                case SmsOutcome.Refused refused -> {
                    return ids.isEmpty() ? refused : new SmsOutcome.Uncertain(refused.reason(), ids);
                }
                case SmsOutcome.Uncertain uncertain -> {
                    return new SmsOutcome.Uncertain(uncertain.reason(), ids);
                }
            }
        }
        return new SmsOutcome.Accepted(List.copyOf(ids));
    }

    private SmsOutcome insistently(SmsOrder order, byte[] message, SmsText text, int tries) {
        var outcome = submit(order, message, text);
        for (var tried = 1; tried < tries && outcome instanceof SmsOutcome.Later; tried++) {
            try {
                Thread.sleep(pause.multipliedBy(tried));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return outcome;
            }
            outcome = submit(order, message, text);
        }
        return outcome;
    }

    private SmsOutcome submit(SmsOrder order, byte[] message, SmsText text) {
        var session = link.session();
        if (session == null) {
            return new SmsOutcome.Later("not connected");
        }
        var hasParts = text.parts().size() > 1;
        try {
            var taken = session.submitShortMessage(
                    "",
                    typeOf(order.sender()),
                    planOf(order.sender()),
                    digits(order.sender()),
                    TypeOfNumber.INTERNATIONAL,
                    NumberingPlanIndicator.ISDN,
                    digits(order.to()),
                    new ESMClass(hasParts ? SMPPConstant.ESMCLS_UDHI_INDICATOR_SET : 0),
                    (byte) 0,
                    (byte) 0,
                    null,
                    null,
                    new RegisteredDelivery(SMPPConstant.REGDEL_SMSC_SUCCESS_FAILURE_REQUESTED),
                    (byte) 0,
                    new RawDataCoding(text.isGsm() ? SmsAlphabet.GSM : SmsAlphabet.UCS_2),
                    (byte) 0,
                    message);
            return new SmsOutcome.Accepted(List.of(taken.getMessageId()));
        } catch (NegativeResponseException e) {
            var status = e.getCommandStatus();
            return SmppStatus.isForNow(status)
                    ? new SmsOutcome.Later(SmppStatus.words(status))
                    : new SmsOutcome.Refused(SmppStatus.words(status));
        } catch (PDUException e) {
            return new SmsOutcome.Refused(e.getClass().getSimpleName());
        } catch (ResponseTimeoutException | InvalidResponseException | IOException e) {
            return new SmsOutcome.Uncertain(e.getClass().getSimpleName(), List.of());
        }
    }

    private static TypeOfNumber typeOf(String sender) {
        if (!sender.matches("\\+?\\d+")) {
            return TypeOfNumber.ALPHANUMERIC;
        }
        return digits(sender).length() <= SHORT_CODE ? TypeOfNumber.NETWORK_SPECIFIC : TypeOfNumber.INTERNATIONAL;
    }

    private static NumberingPlanIndicator planOf(String sender) {
        return typeOf(sender) == TypeOfNumber.INTERNATIONAL
                ? NumberingPlanIndicator.ISDN
                : NumberingPlanIndicator.UNKNOWN;
    }

    private static String digits(String number) {
        return number.replaceFirst("^\\+", "");
    }
}
