package io.encours.correspondence.sms;

import java.util.Set;
import org.jsmpp.SMPPConstant;

/// Status codes of a message centre (SMPP 3.4 §5.1.3).
final class SmppStatus {

    /// It may go well another time.
    private static final Set<Integer> FOR_NOW = Set.of(
            SMPPConstant.STAT_ESME_RTHROTTLED,
            SMPPConstant.STAT_ESME_RMSGQFUL,
            SMPPConstant.STAT_ESME_RSYSERR,
            SMPPConstant.STAT_ESME_RINVBNDSTS,
            SMPPConstant.STAT_ESME_RSUBMITFAIL,
            SMPPConstant.STAT_ESME_RX_T_APPN);

    private SmppStatus() {}

    static boolean isForNow(int status) {
        return FOR_NOW.contains(status);
    }

    static String words(int status) {
        var name = switch (status) {
            case SMPPConstant.STAT_ESME_RTHROTTLED -> "ESME_RTHROTTLED";
            case SMPPConstant.STAT_ESME_RMSGQFUL -> "ESME_RMSGQFUL";
            case SMPPConstant.STAT_ESME_RSYSERR -> "ESME_RSYSERR";
            case SMPPConstant.STAT_ESME_RINVDSTADR -> "ESME_RINVDSTADR";
            case SMPPConstant.STAT_ESME_RINVSRCADR -> "ESME_RINVSRCADR";
            case SMPPConstant.STAT_ESME_RBINDFAIL -> "ESME_RBINDFAIL";
            case SMPPConstant.STAT_ESME_RINVPASWD -> "ESME_RINVPASWD";
            case SMPPConstant.STAT_ESME_RINVSYSID -> "ESME_RINVSYSID";
            case SMPPConstant.STAT_ESME_RSUBMITFAIL -> "ESME_RSUBMITFAIL";
            default -> "SMPP";
        };
        return "%s (0x%08x)".formatted(name, status);
    }
}
