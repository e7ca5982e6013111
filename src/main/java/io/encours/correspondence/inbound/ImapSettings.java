package io.encours.correspondence.inbound;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Mailboxes answers come to (environment).
///
/// @param imapUrl `ENCOURS_IMAP_URL`, one or several separated by spaces, see `ImapAddress`; null: none
@ConfigurationProperties("encours")
record ImapSettings(@Nullable String imapUrl) {

    List<ImapAddress> mailboxes() {
        return imapUrl == null || imapUrl.isBlank()
                ? List.of()
                : Arrays.stream(imapUrl.strip().split("\\s+", -1))
                        .map(ImapAddress::of)
                        .toList();
    }

    @Override
    public String toString() {
        return "ImapSettings[]";
    }
}
