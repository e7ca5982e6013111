package io.encours.correspondence.sms;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;

/// Reads receipts of delivery (SMPP 3.4 §5.2.12 and appendix B): the parameters, where the centre sends them, else the
/// text, whose fields come in any case and often not all.
final class SmppReceipts {

    private static final Pattern ID = Pattern.compile("\\bid:\\s*(\\S+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern STATE = Pattern.compile("\\bstat:\\s*(\\w+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ERROR = Pattern.compile("\\berr:\\s*(\\w+)", Pattern.CASE_INSENSITIVE);

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
            case "DELIVRD" -> Optional.of(new SmsReceipt(SmppListener.PROVIDER, id.get(), true, ""));
            case "EXPIRED", "DELETED", "UNDELIV", "REJECTD", "UNKNOWN" ->
                Optional.of(new SmsReceipt(SmppListener.PROVIDER, id.get(), false, reason(state.get(), text)));
            default -> Optional.empty();
        };
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
