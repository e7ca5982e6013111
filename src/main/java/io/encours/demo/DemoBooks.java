package io.encours.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// The books of a demonstration company as of a day, and the files its accounting would give.
record DemoBooks(DemoCompany company, List<DemoCustomer> customers, Books books) {

    private static final int MONTHS = 24;

    static DemoBooks of(DemoCompany company, LocalDate today) {
        var customers = new Directory(company).customers();
        var books = new Books(company, today.minusMonths(MONTHS).withDayOfMonth(1), today);
        customers.forEach(customer -> new CustomerLife(books, customer).write());
        books.close();
        return new DemoBooks(company, customers, books);
    }

    Path writeCustomers(Path folder) throws IOException {
        return CustomersFile.write(folder, company, customers);
    }

    /// One file a fiscal year, oldest first.
    List<Path> writeFecs(Path folder) throws IOException {
        var files = new ArrayList<Path>();
        for (var closing : books.closings()) {
            files.add(new Fec(books, closing).write(folder));
        }
        return files;
    }
}
