package io.encours;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

    @Test
    void modules_depend_only_on_modules_higher_in_the_table_and_on_their_public_types() {
        ApplicationModules.of(Encours.class).verify();
    }
}
