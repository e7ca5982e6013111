package io.encours.identity;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/// Checks login and password; takes the same time whether the login exists or not.
final class PasswordAuthentication implements AuthenticationProvider {

    /// Too many failures from the caller's address.
    static final class TooMany extends AuthenticationException {
        private static final long serialVersionUID = 1L;

        TooMany() {
            super("Too many failures from this address");
        }
    }

    private final Users users;
    private final PasswordEncoder passwords;
    private final SignInGuard guard;
    private final CompletableFuture<String> unknown;

    PasswordAuthentication(Users users, PasswordEncoder passwords, SignInGuard guard) {
        this.users = users;
        this.passwords = passwords;
        this.guard = guard;
        // Takes half a second on purpose; the start does not wait for it.
        this.unknown = CompletableFuture.supplyAsync(() -> passwords.encode("nobody has this password"));
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var login = attempt.getName();
        var address = attempt.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
        switch (guard.begin(login, address)) {
            case LIMITED -> throw new TooMany();
            case LOCKED -> throw new LockedException("Too many failures of this login");
            case ALLOWED -> {}
        }
        var hash = users.passwordHash(login);
        var right = passwords.matches(String.valueOf(attempt.getCredentials()), hash.orElseGet(unknown::join));
        if (!right || hash.isEmpty()) {
            guard.failed(login);
            throw new BadCredentialsException("Wrong login or password");
        }
        guard.succeeded(login, address);
        var user = users.signedInNow(login);
        List<? extends GrantedAuthority> authorities = SecurityConfiguration.authorities(user);
        return new UsernamePasswordAuthenticationToken(user, null, authorities);
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
