package io.encours.platform.mail;

import io.encours.platform.sending.Carrier;
import io.encours.platform.sending.Delivery;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An open connection to the mail server.
final class SmtpLine implements Carrier.Line<Mail> {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpLine.class);
    private static final int LONGEST_ANSWER = 500;
    private static final int PERMANENT = 500;
    private static final int CLOSING = 421;

    private final Session session;
    private final SmtpConnection connection;
    private final Clock clock;
    private boolean open = true;

    SmtpLine(Session session, SmtpConnection connection, Clock clock) {
        this.session = session;
        this.connection = connection;
        this.clock = clock;
    }

    @Override
    public Delivery send(Mail mail) {
        MimeMessage message;
        try {
            message = MailWriter.message(session, mail, clock.instant());
        } catch (MessagingException e) {
            return new Delivery.Refused(cut(String.valueOf(e.getMessage())));
        }
        connection.begin();
        try {
            connection.sendMessage(message, recipients(mail));
            return new Delivery.Accepted(answer(), mail.messageId());
        } catch (MessagingException e) {
            open = connection.getLastReturnCode() > 0 && connection.getLastReturnCode() != CLOSING;
            return failed(e);
        }
    }

    /// A definite answer counts wherever it came. Without one all is well as long as the end was not written: a
    /// message that is not complete is thrown away (RFC 5321 §4.1.1.4).
    private Delivery failed(MessagingException e) {
        var words = words(connection, e);
        var code = code(e);
        if (code >= PERMANENT) {
            return new Delivery.Refused(words);
        }
        if (code <= 0 && connection.hasEnded()) {
            return new Delivery.Unknown(words);
        }
        return new Delivery.Deferred(words);
    }

    /// The worst answer to any of the recipients, else the last answer.
    private int code(MessagingException e) {
        var worst = 0;
        for (Exception each = e;
                each != null;
                each = each instanceof MessagingException m ? m.getNextException() : null) {
            if (each instanceof SMTPAddressFailedException refused) {
                worst = Math.max(worst, refused.getReturnCode());
            }
        }
        if (worst > 0) {
            return worst;
        }
        return e instanceof SendFailedException || connection.getLastReturnCode() > 0
                ? connection.getLastReturnCode()
                : 0;
    }

    private String answer() {
        return cut(connection.getLastServerResponse());
    }

    /// What the server said, else what the network said. Addresses are not told by exceptions of the network.
    static String words(SmtpConnection connection, MessagingException e) {
        for (Exception each = e;
                each != null;
                each = each instanceof MessagingException m ? m.getNextException() : null) {
            if (each instanceof SMTPAddressFailedException refused) {
                return cut(refused.getMessage());
            }
        }
        var said = connection.getLastServerResponse();
        if (connection.getLastReturnCode() > 0
                && said != null
                && !said.isBlank()
                && connection.getLastReturnCode() >= 400) {
            return cut(said);
        }
        var cause = e.getNextException() == null ? e : e.getNextException();
        return cut(cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage());
    }

    private static String cut(@org.jspecify.annotations.Nullable String words) {
        var line =
                words == null ? "" : words.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() > LONGEST_ANSWER ? line.substring(0, LONGEST_ANSWER) : line;
    }

    private static InternetAddress[] recipients(Mail mail) {
        return mail.to().stream().map(MailWriter::address).toArray(InternetAddress[]::new);
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (MessagingException e) {
            LOG.debug("The mail server closed the connection before we did", e);
        }
    }
}
