package io.encours.identity;

import io.encours.platform.Problem;
import org.springframework.stereotype.Service;

/// Asks who is signed in for the password once more, before something that opens the account to others. Counted as
/// attempts to sign in are.
@Service
public class Confirmation {

    private final Users users;
    private final SignInGuard guard;

    Confirmation(Users users, SignInGuard guard) {
        this.users = users;
        this.guard = guard;
    }

    /// @param address the caller's
    /// @throws Problem refused when the password is wrong, or was wrong too often
    public void confirm(SignedIn user, String password, String address) {
        if (guard.begin(user.login(), address) != SignInGuard.Verdict.ALLOWED) {
            throw Problem.invalid("password", "identity.signIn.locked");
        }
        if (!users.isPassword(user.login(), password)) {
            guard.failed(user.login());
            throw Problem.invalid("password", "identity.profile.wrong");
        }
        guard.succeeded(user.login(), address);
    }
}
