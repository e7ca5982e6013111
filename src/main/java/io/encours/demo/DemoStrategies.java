package io.encours.demo;

final class DemoStrategies {
    static final String KEY_ACCOUNTS = "GRANDS-COMPTES";
    static final String REFERENCE = "REFERENCE";

    private DemoStrategies() {}
}
