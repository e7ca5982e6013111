package io.encours.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes master data in the canonical CSV (api.md).
final class CustomersFile {

    private static final String HEADER =
            "code;name;siren;siret;vatNumber;group;agent;language;email;phone;address;postalCode;city;country;"
                    + "paymentTerms;paymentMethod;creditLimit;riskClass;strategy";

    private CustomersFile() {}

    static Path write(Path folder, DemoCompany company, List<DemoCustomer> customers) throws IOException {
        var file = folder.resolve(company.code() + "-customers.csv");
        var rows = Stream.concat(Stream.of(HEADER), customers.stream().map(CustomersFile::row));
        return Files.write(file, rows.toList(), StandardCharsets.UTF_8);
    }

    private static String row(DemoCustomer customer) {
        var siren = customer.siren();
        return Stream.of(
                        customer.code(),
                        customer.name(),
                        siren == null ? "" : siren,
                        siren == null ? "" : Siren.siret(siren, 1),
                        siren == null ? "" : Siren.vatNumber(siren),
                        customer.group() == null ? "" : customer.group(),
                        customer.agent() == null ? "" : customer.agent(),
                        "fr",
                        customer.email(),
                        customer.phone(),
                        customer.address(),
                        customer.postalCode(),
                        customer.city(),
                        customer.country(),
                        customer.terms().text(),
                        customer.paymentMethod(),
                        customer.creditLimit().toPlainString(),
                        customer.riskClass(),
                        customer.strategy() == null ? "" : customer.strategy())
                .collect(Collectors.joining(";"));
    }
}
