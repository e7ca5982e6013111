package io.encours.testing;

import io.encours.company.Companies;
import io.encours.company.Company;
import io.encours.identity.CollectionsRole;
import io.encours.identity.Role;
import io.encours.identity.SignedIn;
import io.encours.identity.Tokens;
import io.encours.identity.Users;
import io.encours.platform.Scope;
import io.encours.receivable.Receivables;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/// Companies and people for one test, with names nobody else has.
public class Fixtures {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String PASSWORD_OF = "password of ";

    private final Companies companies;
    private final Users users;
    private final Tokens tokens;
    private final Receivables receivables;

    public Fixtures(Companies companies, Users users, Tokens tokens, Receivables receivables) {
        this.companies = companies;
        this.users = users;
        this.tokens = tokens;
        this.receivables = receivables;
    }

    public Company aCompany() {
        return aCompany("EUR");
    }

    /// @param currency of its accounts
    public Company aCompany(String currency) {
        var code = "T" + NUMBER.incrementAndGet();
        return companies.create(new Companies.Details(code, "Société " + code, null, currency, "FR", null, "30"));
    }

    public SignedIn anAgent(Company... of) {
        return aUser(Role.COLLECTOR, CollectionsRole.AGENT, of);
    }

    public SignedIn aManager(Company... of) {
        return aUser(Role.CREDIT_MANAGER, CollectionsRole.MANAGER, of);
    }

    public SignedIn aUser(Role role, CollectionsRole collectionsRole, Company... of) {
        var login = "u" + NUMBER.incrementAndGet();
        var user = users.create(new Users.Details(
                login, "Personne " + login, login + "@example.com", "fr", role, collectionsRole, PASSWORD_OF + login));
        companies.assign(user.id(), List.of(of).stream().map(Company::code).toList());
        return user.signedIn(SignedIn.ALL_SCOPES);
    }

    /// Its items count as seen on the day they were entered: none was taken over.
    public void followedFromTheBeginning(Company company) {
        receivables.seenWhenEntered(company.id());
    }

    /// A token that speaks for the user.
    public String tokenOf(SignedIn user) {
        return tokens.create(user.id(), SignedIn.ALL_SCOPES, "test", null);
    }

    public static String passwordOf(SignedIn user) {
        return PASSWORD_OF + user.login();
    }

    public Scope everythingOf(Company company) {
        return new Scope(1, Set.of(company.id()), Scope.Portfolio.EVERYONE);
    }
}
