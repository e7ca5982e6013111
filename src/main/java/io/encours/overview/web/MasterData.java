package io.encours.overview.web;

import io.encours.customer.Customer;
import io.encours.platform.web.Page;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The master data (*Tiers*) in words, by subject.
///
/// @param title message key
public record MasterData(String title, List<Fact> facts) {

    /// @param name message key
    /// @param value empty: not given
    public record Fact(String name, String value) {}

    static List<MasterData> of(Customer customer, Page page) {
        var details = customer.details();
        var limit = details.creditLimit();
        return List.of(
                new MasterData(
                        "overview.details.identity",
                        Stream.of(
                                        fact("code", customer.code()),
                                        fact("name", details.name()),
                                        fact("siren", details.siren()),
                                        fact("siret", details.siret()),
                                        fact("vatNumber", details.vatNumber()),
                                        fact("group", details.group()))
                                .toList()),
                new MasterData(
                        "overview.details.contact",
                        Stream.of(
                                        fact("phone", details.phone()),
                                        fact("email", details.email()),
                                        fact("address", details.address()),
                                        fact("postalCode", details.postalCode()),
                                        fact("city", details.city()),
                                        fact("country", details.country()),
                                        fact("language", details.language()))
                                .toList()),
                new MasterData(
                        "overview.details.collection",
                        Stream.of(
                                        fact("agent", customer.agentName()),
                                        fact("associatedPerson", details.associatedPerson()),
                                        fact("site", details.site()),
                                        fact("strategy", details.strategy()),
                                        fact("paymentTerms", details.paymentTerms()),
                                        fact("paymentMethod", details.paymentMethod()),
                                        fact(
                                                "creditLimit",
                                                limit == null ? null : page.money(limit, customer.currency())),
                                        fact("riskClass", details.riskClass()))
                                .toList()));
    }

    private static Fact fact(String name, @Nullable String value) {
        return new Fact("overview.details." + name, value == null ? "" : value);
    }
}
