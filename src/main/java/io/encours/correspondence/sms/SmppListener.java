package io.encours.correspondence.sms;

import java.util.Optional;
import java.util.function.Consumer;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Receipts and answers from a message centre. It is told that we have them only when they are kept; otherwise it
/// delivers them again.
final class SmppListener implements MessageReceiverListener {

    static final String PROVIDER = "smpp";

    private static final Logger LOG = LoggerFactory.getLogger(SmppListener.class);

    private final Consumer<SmsReceipt> receipts;
    private final Consumer<ReceivedSms> messages;

    SmppListener(Consumer<SmsReceipt> receipts, Consumer<ReceivedSms> messages) {
        this.receipts = receipts;
        this.messages = messages;
    }

    @Override
    public void onAcceptDeliverSm(DeliverSm delivered) throws ProcessRequestException {
        try {
            if (delivered.isSmscDeliveryReceipt()) {
                SmppReceipts.read(delivered, text(delivered, octets(delivered))).ifPresent(receipts);
            } else {
                messages.accept(message(delivered));
            }
        } catch (RuntimeException e) {
            LOG.error("A message from the centre could not be kept", e);
            throw new ProcessRequestException("", SMPPConstant.STAT_ESME_RX_T_APPN);
        }
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification alert) {
        // Says that a telephone is switched on again; the centre delivers by itself.
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
        throw new ProcessRequestException("", SMPPConstant.STAT_ESME_RINVCMDID);
    }

    private static ReceivedSms message(DeliverSm delivered) {
        var octets = octets(delivered);
        var part = delivered.isUdhi() ? Concatenation.of(octets) : ofParameters(delivered);
        return new ReceivedSms(
                number(delivered.getSourceAddr(), delivered.getSourceAddrTon()),
                number(delivered.getDestAddress(), delivered.getDestAddrTon()),
                text(delivered, delivered.isUdhi() ? Concatenation.textOf(octets) : octets),
                part);
    }

    private static String text(DeliverSm delivered, byte[] octets) {
        return SmsAlphabet.decode(octets, delivered.getDataCoding());
    }

    private static byte[] octets(DeliverSm delivered) {
        var own = delivered.getShortMessage();
        if (own != null && own.length > 0) {
            return own;
        }
        var payload = delivered.getOptionalParameter(OptionalParameter.Message_payload.class);
        return payload == null ? new byte[0] : payload.getValue();
    }

    private static Optional<Concatenation> ofParameters(DeliverSm delivered) {
        var reference = delivered.getOptionalParameter(OptionalParameter.Sar_msg_ref_num.class);
        var total = delivered.getOptionalParameter(OptionalParameter.Sar_total_segments.class);
        var number = delivered.getOptionalParameter(OptionalParameter.Sar_segment_seqnum.class);
        return reference == null || total == null || number == null
                ? Optional.empty()
                : Concatenation.sound(reference.getValue() & 0xffff, total.getValue() & 0xff, number.getValue() & 0xff);
    }

    private static String number(String address, byte typeOfNumber) {
        return typeOfNumber == SMPPConstant.TON_INTERNATIONAL && !address.startsWith("+") ? "+" + address : address;
    }
}
