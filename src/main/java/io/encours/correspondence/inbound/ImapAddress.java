package io.encours.correspondence.inbound;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// A mailbox and who we are there.
///
/// @param company code; null: it is for all companies
record ImapAddress(
        String host,
        int port,
        String user,
        String password,
        String folder,
        boolean tls,
        @Nullable String company) {

    private static final int USUAL_PORT = 143;
    private static final int USUAL_TLS_PORT = 993;

    /// @param url `imaps://user:password@host:port/folder#COMPANY`; port, folder (INBOX) and company may be left out,
    ///     signs of user and password are percent-encoded
    static ImapAddress of(String url) {
        var uri = URI.create(url);
        var tls = "imaps".equals(uri.getScheme());
        if (uri.getHost() == null || uri.getRawUserInfo() == null || !(tls || "imap".equals(uri.getScheme()))) {
            throw new IllegalArgumentException("ENCOURS_IMAP_URL is not of the form imaps://user:password@host/folder");
        }
        var who = uri.getRawUserInfo();
        var colon = who.indexOf(':');
        var folder = uri.getPath() == null ? "" : uri.getPath().replaceFirst("^/", "");
        return new ImapAddress(
                uri.getHost(),
                uri.getPort() > 0 ? uri.getPort() : tls ? USUAL_TLS_PORT : USUAL_PORT,
                decoded(colon < 0 ? who : who.substring(0, colon)),
                colon < 0 ? "" : decoded(who.substring(colon + 1)),
                folder.isEmpty() ? "INBOX" : folder,
                tls,
                uri.getFragment());
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /// Without the password; what mailboxes are remembered by.
    @Override
    public String toString() {
        return user + "@" + host + "/" + folder;
    }
}
