package io.encours.correspondence.sms;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The accounts at the provider that is spoken to by HTTP: one of the installation, and those of companies that
/// have their own. Whoever signs with the secret of a company speaks about its messages and to it alone.
@Component
class HttpAccounts {

    /// @param company code; null: of the installation
    record Account(@Nullable String company) {

        /// Ids are unique within an account only.
        String provider() {
            return company == null ? HttpTransport.PROVIDER : HttpTransport.PROVIDER + ":" + company;
        }
    }

    private final @Nullable HttpSignature common;
    private final Map<String, HttpSignature> own;

    HttpAccounts(SmsSettings settings) {
        this.common = settings.smsSecret() == null ? null : new HttpSignature(settings.smsSecret());
        this.own = settings.ownSecrets().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> new HttpSignature(each.getValue())));
    }

    Account of(String company) {
        return own.containsKey(company) ? new Account(company) : new Account(null);
    }

    /// @throws IllegalStateException when neither the company nor the installation has a secret
    HttpSignature signature(Account account) {
        var signature = account.company() == null ? common : own.get(account.company());
        if (signature == null) {
            throw new IllegalStateException("No secret to sign short messages with");
        }
        return signature;
    }

    /// Whose secret something was signed with; empty: nobody's.
    Optional<Account> signedBy(@Nullable String time, @Nullable String signature, byte[] body, Instant now) {
        if (common != null && common.isValid(time, signature, body, now)) {
            return Optional.of(new Account(null));
        }
        return own.entrySet().stream()
                .filter(each -> each.getValue().isValid(time, signature, body, now))
                .map(each -> new Account(each.getKey()))
                .findFirst();
    }
}
