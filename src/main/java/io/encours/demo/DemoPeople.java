package io.encours.demo;

import io.encours.company.Companies;
import io.encours.identity.CollectionsRole;
import io.encours.identity.Role;
import io.encours.identity.SignedIn;
import io.encours.identity.Users;
import io.encours.identity.Users.User;
import java.util.List;

/// Who works in the demonstration: one person for each role of K2, and two collectors with portfolios of their own.
class DemoPeople {

    static final String MANAGER = "claire";
    static final String FIRST_COLLECTOR = "nadia";
    static final String SECOND_COLLECTOR = "thomas";
    static final String PASSWORD = "encours-demo-42";

    private static final String ADMINISTRATOR = "admin";
    private static final String SUPPLIER = DemoCompany.SUPPLIER.code();
    private static final String SERVICES = DemoCompany.SERVICES.code();

    private record Person(
            String login, String name, Role role, CollectionsRole collectionsRole, List<String> companies) {}

    private static final List<Person> PEOPLE = List.of(
            person(ADMINISTRATOR, "Administrateur", Role.ADMINISTRATOR, CollectionsRole.MANAGER),
            person(MANAGER, "Claire Vasselmont", Role.CREDIT_MANAGER, CollectionsRole.MANAGER),
            new Person(FIRST_COLLECTOR, "Nadia Ormelin", Role.COLLECTOR, CollectionsRole.AGENT, List.of(SUPPLIER)),
            person(SECOND_COLLECTOR, "Thomas Brévignac", Role.COLLECTOR, CollectionsRole.AGENT),
            person("julien", "Julien Castelmorin", Role.SALES, CollectionsRole.NONE),
            person("sophie", "Sophie Landrecy", Role.ORDER_ADMINISTRATION, CollectionsRole.NONE),
            person("eric", "Éric Montfavel", Role.ACCOUNTANT, CollectionsRole.NONE),
            person("helene", "Hélène Arvaudan", Role.EXECUTIVE, CollectionsRole.NONE),
            new Person("invite", "Invité", Role.GUEST, CollectionsRole.NONE, List.of(SERVICES)));

    private final Users users;
    private final Companies companies;

    DemoPeople(Users users, Companies companies) {
        this.users = users;
        this.companies = companies;
    }

    /// Makes those who are not there yet.
    void hire() {
        for (var person : PEOPLE) {
            var known = users.find(person.login());
            if (known.isEmpty()) {
                users.create(new Users.Details(
                        person.login(),
                        person.name(),
                        person.login() + "@encours.example",
                        "fr",
                        person.role(),
                        person.collectionsRole(),
                        PASSWORD));
            } else if (person.login().equals(ADMINISTRATOR)) {
                users.setPassword(known.get().id(), PASSWORD);
            }
        }
    }

    /// Once the companies are there.
    void assign() {
        for (var person : PEOPLE) {
            companies.assign(signedIn(person.login()).id(), person.companies());
        }
    }

    SignedIn administrator() {
        return signedIn(ADMINISTRATOR);
    }

    SignedIn signedIn(String login) {
        return users.find(login).orElseThrow().signedIn(SignedIn.ALL_SCOPES);
    }

    SignedIn signedIn(long id) {
        return users.byId(id).orElseThrow().signedIn(SignedIn.ALL_SCOPES);
    }

    List<User> all() {
        return PEOPLE.stream()
                .flatMap(person -> users.find(person.login()).stream())
                .toList();
    }

    private static Person person(String login, String name, Role role, CollectionsRole collectionsRole) {
        return new Person(login, name, role, collectionsRole, List.of(SUPPLIER, SERVICES));
    }
}
