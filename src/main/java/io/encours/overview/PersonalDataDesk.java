package io.encours.overview;

import io.encours.customer.Customers;
import io.encours.identity.PersonalDataExport;
import io.encours.identity.PersonalDataExport.Document;
import io.encours.identity.SignedIn;
import io.encours.identity.Users;
import io.encours.platform.PersonalData.Subject;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Finds the person whose data is asked for (Q4).
@Service
public class PersonalDataDesk {

    private final PersonalDataExport export;
    private final Users users;
    private final Customers customers;

    PersonalDataDesk(PersonalDataExport export, Users users, Customers customers) {
        this.export = export;
        this.users = users;
        this.customers = customers;
    }

    /// @param login of a user; else the codes of a company and its customer
    /// @throws Problem invalid when nobody is named, not found
    public Document of(
            SignedIn user, Scope scope, @Nullable String login, @Nullable String company, @Nullable String customer) {
        if (login != null && !login.isBlank()) {
            var found = users.find(login.strip()).orElseThrow(() -> Problem.notFound("platform.problem.notFound"));
            return export.of(user, new Subject.User(found.id(), found.login()), found.login());
        }
        if (company == null || customer == null) {
            throw Problem.invalid("user", "identity.personal.problem.who");
        }
        var found = customers.get(scope, company.strip(), customer.strip());
        return export.of(user, new Subject.Customer(found.id()), found.company() + "/" + found.code());
    }
}
