package io.encours.platform;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// What a module keeps about one person (Q4), contributed as a bean.
///
/// @param name of the part in the export
/// @param read rows about the person, by column; values are texts, numbers, days and instants
public record PersonalData(String name, Function<Subject, List<Map<String, Object>>> read) {

    /// Who it is about.
    public sealed interface Subject {

        /// Somebody who works with Encours.
        record User(long id, String login) implements Subject {}

        /// A customer and its contact.
        record Customer(long id) implements Subject {}
    }

    /// A part about customers only.
    public static PersonalData ofCustomers(String name, Function<Long, List<Map<String, Object>>> read) {
        return new PersonalData(name, subject -> switch (subject) {
            case Subject.Customer(var id) -> read.apply(id);
            case Subject.User user -> List.of();
        });
    }

    /// A part about users only.
    public static PersonalData ofUsers(String name, Function<Long, List<Map<String, Object>>> read) {
        return new PersonalData(name, subject -> switch (subject) {
            case Subject.User user -> read.apply(user.id());
            case Subject.Customer customer -> List.of();
        });
    }
}
