package io.encours.platform.mail;

import io.encours.platform.EncoursSettings;
import io.encours.platform.sending.Carrier;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/// The server mail goes out by (`ENCOURS_SMTP_URL`); there may be none.
@Service
public class MailServer implements Carrier<Mail> {

    private static final Duration TO_CONNECT = Duration.ofSeconds(15);
    /// A server may take minutes to look at a message before it answers (RFC 5321 §4.5.3.2).
    private static final Duration TO_ANSWER = Duration.ofMinutes(2);

    private final @Nullable SmtpAddress address;
    private final Clock clock;
    private final @Nullable SocketFactory sockets;

    @Autowired
    MailServer(EncoursSettings settings, Clock clock) {
        this(settings.smtpUrl(), clock, null);
    }

    /// @param sockets null: those of the platform
    MailServer(@Nullable String url, Clock clock, @Nullable SocketFactory sockets) {
        this.address = url == null || url.isBlank() ? null : SmtpAddress.parse(url);
        this.clock = clock;
        this.sockets = sockets;
    }

    /// A server other than that of the settings.
    ///
    /// @param sockets null: those of the platform
    public static MailServer at(String url, Clock clock, @Nullable SocketFactory sockets) {
        return new MailServer(url, clock, sockets);
    }

    public boolean isConfigured() {
        return address != null;
    }

    /// `host:port`; empty: none is configured.
    public String name() {
        return address == null ? "" : address.toString();
    }

    /// Sender of what has no other.
    public Optional<MailAddress> from() {
        return Optional.ofNullable(address).map(SmtpAddress::from);
    }

    @Override
    public Line<Mail> open() throws Unreachable {
        if (address == null) {
            throw new Unreachable("");
        }
        var session = Session.getInstance(properties(address));
        var connection = new SmtpConnection(session, address.tls());
        try {
            connection.connect(address.host(), address.port(), address.user(), address.password());
            return new SmtpLine(session, connection, clock);
        } catch (MessagingException e) {
            throw new Unreachable(SmtpLine.words(connection, e));
        }
    }

    private Properties properties(SmtpAddress to) {
        var properties = new Properties();
        var prefix = to.tls() ? "mail.smtps." : "mail.smtp.";
        properties.put(prefix + "connectiontimeout", millis(TO_CONNECT));
        properties.put(prefix + "timeout", millis(TO_ANSWER));
        properties.put(prefix + "writetimeout", millis(TO_ANSWER));
        properties.put(prefix + "auth", String.valueOf(to.user() != null));
        properties.put(prefix + "starttls.enable", String.valueOf(to.startTls() != SmtpAddress.StartTls.OFF));
        properties.put(prefix + "starttls.required", String.valueOf(to.startTls() == SmtpAddress.StartTls.REQUIRED));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "quitwait", "false");
        if (sockets != null) {
            properties.put(prefix + "socketFactory", sockets);
            properties.put(prefix + "socketFactory.fallback", "false");
        }
        return properties;
    }

    private static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }
}
