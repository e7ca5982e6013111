package io.encours.correspondence.sms;

import io.encours.correspondence.sms.SmsReceipt.Outcome;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;

/// Reads receipts of delivery (SMPP 3.4 §5.2.12 and appendix B): the parameters, where the centre sends them,
/// else the text, whose fields come in any case and often not all.
final class SmppReceipts {

    private static final Pattern ID = Pattern.compile("\\bid:\\s*(\\S+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern STATE = Pattern.compile("\\bstat:\\s*(\\w+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ERROR = Pattern.compile("\\berr:\\s*(\\w+)", Pattern.CASE_INSENSITIVE);

    /// Errors of the network under UNDELIV that another day may not have (3GPP TS 29.002 §17.6.6, decimal): the
    /// telephone is off or away (6, 27), busy (31), full (32), the network failed (21, 34, 36).
    private static final Set<String> FOR_NOW = Set.of("6", "21", "27", "31", "32", "34", "36");

    private SmppReceipts() {}

    /// @return empty when the message is still under way, or the receipt says nothing that can be used
    static Optional<SmsReceipt> read(DeliverSm delivered, String text) {
        var parameter = delivered.getOptionalParameter(OptionalParameter.Receipted_message_id.class);
        var id = parameter == null
                ? field(ID, text)
                : Optional.of(parameter.getValueAsString()).filter(value -> !value.isEmpty());
        var state = field(STATE, text).or(() -> parameterState(delivered)).map(name -> name.toUpperCase(Locale.ROOT));
        if (id.isEmpty() || state.isEmpty()) {
            return Optional.empty();
        }
        return switch (state.get()) {
            case "DELIVRD" -> Optional.of(new SmsReceipt(SmppListener.PROVIDER, id.get(), Outcome.DELIVERED, ""));
            case "EXPIRED", "DELETED", "REJECTD", "UNKNOWN" ->
                Optional.of(new SmsReceipt(SmppListener.PROVIDER, id.get(), Outcome.FAILED, reason(state.get(), text)));
            case "UNDELIV" ->
                Optional.of(new SmsReceipt(
                        SmppListener.PROVIDER,
                        id.get(),
                        isForNow(text) ? Outcome.FAILED : Outcome.UNREACHABLE,
                        reason(state.get(), text)));
            default -> Optional.empty();
        };
    }

    private static boolean isForNow(String text) {
        return field(ERROR, text)
                .map(error -> error.replaceFirst("^0+(?=.)", ""))
                .filter(FOR_NOW::contains)
                .isPresent();
    }

    private static String reason(String state, String text) {
        return field(ERROR, text)
                .filter(error -> !error.matches("0+"))
                .map(error -> state + " (err " + error + ")")
                .orElse(state);
    }

    private static Optional<String> field(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /// §5.2.28
    private static Optional<String> parameterState(DeliverSm delivered) {
        var state = delivered.getOptionalParameter(OptionalParameter.Message_state.class);
        if (state == null) {
            return Optional.empty();
        }
        return Optional.of(
                switch (state.getValue()) {
                    case 2 -> "DELIVRD";
                    case 3 -> "EXPIRED";
                    case 4 -> "DELETED";
                    case 5 -> "UNDELIV";
                    case 7 -> "UNKNOWN";
                    case 8 -> "REJECTD";
                    default -> "ENROUTE";
                });
    }
}
