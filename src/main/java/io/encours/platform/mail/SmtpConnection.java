package io.encours.platform.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/// A connection that knows how far a message has come: from the moment its end is written (`.`) the server may
/// have it, whatever happens to the answer.
final class SmtpConnection extends SMTPTransport {

    private boolean ended;

    SmtpConnection(Session session, boolean tls) {
        super(session, new URLName(tls ? "smtps" : "smtp", null, -1, null, null, null), tls ? "smtps" : "smtp", tls);
    }

    /// Before a message.
    void begin() {
        ended = false;
    }

    /// The whole message was, or may have been, handed over.
    boolean hasEnded() {
        return ended;
    }

    @Override
    protected OutputStream data() throws MessagingException {
        ended = false;
        return super.data();
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        ended = true;
        super.finishData();
    }
}
