package io.encours.importing.rows;

import java.util.List;

/// The root of a control account given in a file.
final class ControlAccounts {

    private static final List<String> ROOTS = List.of("4117", "4191", "5113", "5114", "411", "413", "416");

    private ControlAccounts() {}

    static String root(String account) {
        return ROOTS.stream().filter(account::startsWith).findFirst().orElse(account);
    }
}
