package io.encours.correspondence.sms;

import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;

/// A message centre that speaks real SMPP: takes messages, refuses what it is told to, delivers receipts and answers.
final class MessageCentre implements ServerMessageReceiverListener, AutoCloseable {

    static final String USER = "encours";
    static final String PASSWORD = "s3cr3t";

    private final SMPPServerSessionListener listener;
    private final List<SMPPServerSession> sessions = new CopyOnWriteArrayList<>();
    private final AtomicInteger ids = new AtomicInteger();
    final List<SubmitSm> taken = new CopyOnWriteArrayList<>();

    /// Status of the next messages, 0 takes one; empty takes all.
    final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();

    private volatile boolean open = true;
    private volatile boolean silent;

    MessageCentre() {
        this(0);
    }

    /// @param before number of the message before the first
    MessageCentre(int before) {
        ids.set(before);
        try {
            listener = new SMPPServerSessionListener(freePort());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        listener.setMessageReceiverListener(this);
        Thread.ofVirtual().start(this::accept);
    }

    private static int freePort() throws IOException {
        try (var socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    SmppAddress address() {
        return SmppAddress.of("smpp://" + USER + ":" + PASSWORD + "@localhost:" + listener.getPort());
    }

    int port() {
        return listener.getPort();
    }

    /// From now on it takes messages and says nothing.
    void fallSilent() {
        silent = true;
    }

    void drop() {
        sessions.forEach(SMPPServerSession::close);
        sessions.clear();
    }

    void receipt(String id, String state, String error) {
        deliver(
                "33612345678",
                new ESMClass(SMPPConstant.ESMCLS_SMSC_DELIV_RECEIPT),
                SmsAlphabet.GSM,
                ("id:" + id + " sub:001 dlvrd:001 submit date:2611241200 done date:2611241201 stat:" + state + " err:"
                                + error + " text:Bonjour")
                        .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    void answer(String from, String text) {
        deliver(from, new ESMClass(0), SmsAlphabet.GSM, SmsAlphabet.encode(text, true));
    }

    void answerPart(String from, Concatenation part, String text) {
        deliver(
                from,
                new ESMClass(SMPPConstant.ESMCLS_UDHI_INDICATOR_SET),
                SmsAlphabet.UCS_2,
                part.before(SmsAlphabet.encode(text, false)));
    }

    private void deliver(String from, ESMClass type, byte coding, byte[] octets) {
        try {
            sessions.getLast()
                    .deliverShortMessage(
                            "",
                            TypeOfNumber.INTERNATIONAL,
                            NumberingPlanIndicator.ISDN,
                            from,
                            TypeOfNumber.ALPHANUMERIC,
                            NumberingPlanIndicator.UNKNOWN,
                            "ENCOURS",
                            type,
                            (byte) 0,
                            (byte) 0,
                            new RegisteredDelivery(0),
                            new RawDataCoding(coding),
                            octets);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void accept() {
        while (open) {
            try {
                var session = listener.accept();
                var bind = session.waitForBind(5_000);
                if (bind.getSystemId().equals(USER) && bind.getPassword().equals(PASSWORD)) {
                    bind.accept("centre");
                    sessions.add(session);
                } else {
                    bind.reject(SMPPConstant.STAT_ESME_RINVPASWD);
                }
            } catch (IOException | TimeoutException | org.jsmpp.PDUStringException e) {
                // Closed, or somebody who did not bind.
            }
        }
    }

    @Override
    public SubmitSmResult onAcceptSubmitSm(SubmitSm message, SMPPServerSession source) throws ProcessRequestException {
        if (silent) {
            source.close();
            throw new ProcessRequestException("silent", SMPPConstant.STAT_ESME_RSYSERR);
        }
        var status = statuses.poll();
        if (status != null && status != 0) {
            throw new ProcessRequestException("refused", status);
        }
        taken.add(message);
        return new SubmitSmResult(message(), new org.jsmpp.bean.OptionalParameter[0]);
    }

    private MessageId message() {
        try {
            return new MessageId("M" + ids.incrementAndGet());
        } catch (org.jsmpp.PDUStringException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti message, SMPPServerSession source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public QuerySmResult onAcceptQuerySm(QuerySm query, SMPPServerSession source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void onAcceptReplaceSm(ReplaceSm replacement, SMPPServerSession source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void onAcceptCancelSm(CancelSm cancellation, SMPPServerSession source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm broadcast, SMPPServerSession source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void onAcceptCancelBroadcastSm(CancelBroadcastSm cancellation, SMPPServerSession source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public QueryBroadcastSmResult onAcceptQueryBroadcastSm(QueryBroadcastSm query, SMPPServerSession source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm data, Session source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        open = false;
        drop();
        try {
            listener.close();
        } catch (IOException e) {
            // It is gone.
        }
    }
}
