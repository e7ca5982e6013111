package io.encours.identity;

import io.encours.identity.Users.User;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Users who failed to sign in too often: who they are, and letting them try again.
@Service
public class SignInLocks {

    private final SignInGuard guard;
    private final Users users;

    SignInLocks(SignInGuard guard, Users users) {
        this.guard = guard;
        this.users = users;
    }

    public Set<User> locked(Collection<User> people) {
        var logins = guard.locked(people.stream().map(User::login).toList());
        return people.stream().filter(user -> logins.contains(user.login())).collect(Collectors.toSet());
    }

    @Transactional
    public void unlock(User user) {
        if (guard.unlock(user.login())) {
            users.note(user.id(), Map.of("locked", true), Map.of("locked", false));
        }
    }
}
