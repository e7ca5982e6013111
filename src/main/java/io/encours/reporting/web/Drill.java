package io.encours.reporting.web;

import io.encours.platform.web.Address;
import io.encours.reporting.AgedBalance.By;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Addresses of the lists that figures are made of, narrowed as the report is.
///
/// @param narrowed parameters of the report that say which customers
/// @param asOf null: now
record Drill(Map<String, String> narrowed, @Nullable LocalDate asOf) {

    String customer(String company, String code) {
        return "/customers/" + Address.part(company) + "/" + Address.part(code);
    }

    String credit(String company, String code) {
        return customer(company, code) + "/credit";
    }

    /// Claims that fall due in these days; null: without a bound.
    String claims(@Nullable LocalDate dueFrom, @Nullable LocalDate dueTo) {
        return due("CLAIMS", dueFrom, dueTo);
    }

    /// Claims but bills of exchange.
    String plainClaims(@Nullable LocalDate dueFrom, @Nullable LocalDate dueTo) {
        return due("PLAIN_CLAIMS", dueFrom, dueTo);
    }

    String bills(@Nullable LocalDate dueFrom, @Nullable LocalDate dueTo) {
        return due("BILLS", dueFrom, dueTo);
    }

    private String due(String side, @Nullable LocalDate dueFrom, @Nullable LocalDate dueTo) {
        return items().with("side", side)
                .with("dueFrom", dueFrom)
                .with("dueTo", dueTo)
                .toString();
    }

    /// Payments without a claim.
    String payments() {
        return items().with("side", "PAYMENTS").toString();
    }

    /// What fell due in these days, whatever was paid of it.
    String fellDue(LocalDate from, LocalDate to) {
        return figure("DUE").with("dueFrom", from).with("dueTo", to).toString();
    }

    /// What was invoiced in these days.
    String turnover(LocalDate from, LocalDate to) {
        return figure("TURNOVER")
                .with("documentFrom", from)
                .with("documentTo", to)
                .toString();
    }

    /// What came in on these days.
    String received(LocalDate from, LocalDate to) {
        return figure("RECEIVED")
                .with("enteredFrom", from)
                .with("enteredTo", to)
                .toString();
    }

    private Address figure(String side) {
        return new Address("/items", narrowed).with("side", side).with("asOf", asOf);
    }

    /// Claims and credits.
    String all() {
        return items().toString();
    }

    String credits() {
        return items().with("side", "CREDITS").toString();
    }

    String item(String company, String customer, String item) {
        return customer(company, customer) + "?item=" + Address.part(item);
    }

    /// The same of what a row stands for; null: there is no such list.
    @Nullable
    Drill of(By by, String key, @Nullable String company) {
        return switch (by) {
            case CUSTOMER -> company == null ? null : with("company", company).with("customer", key);
            case GROUP -> key.isEmpty() ? null : with("group", key);
            case AGENT -> with("agent", key.isEmpty() ? "-" : key);
            case COMPANY -> with("company", key);
            case COUNTRY -> key.isEmpty() ? null : with("country", key);
            case SITE -> key.isEmpty() ? null : with("site", key);
        };
    }

    /// Of one company no longer of all.
    private Drill with(String name, String value) {
        var all = new Address("", narrowed);
        var some = name.equals("company") ? all.without(Ask.COMPANIES) : all;
        return new Drill(some.with(name, value).parameters(), asOf);
    }

    private Address items() {
        return new Address("/items", narrowed).with("state", "OPEN").with("asOf", asOf);
    }
}
