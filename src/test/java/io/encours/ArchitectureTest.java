package io.encours;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.RestController;

/// The rules of writing that the compiled classes show (CONTRIBUTING.md).
@AnalyzeClasses(packages = "io.encours", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final Set<String> CLOCKS = Set.of(
            "java.time.LocalDate.now",
            "java.time.LocalDateTime.now",
            "java.time.LocalTime.now",
            "java.time.Instant.now",
            "java.time.OffsetDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.time.YearMonth.now",
            "java.time.Year.now",
            "java.lang.System.currentTimeMillis",
            "org.jooq.impl.DSL.now",
            "org.jooq.impl.DSL.currentDate",
            "org.jooq.impl.DSL.currentLocalDate",
            "org.jooq.impl.DSL.currentTimestamp",
            "org.jooq.impl.DSL.currentOffsetDateTime",
            "org.jooq.impl.DSL.currentInstant");

    @ArchTest
    static final ArchRule time_is_a_parameter = noClasses()
            .should()
            .callMethodWhere(reads(CLOCKS))
            .because("rule 4: today comes from BusinessDate, instants from the Clock");

    @ArchTest
    static final ArchRule the_clock_is_made_once = noClasses()
            .that()
            .doNotHaveSimpleName("PlatformConfiguration")
            .should()
            .callMethodWhere(reads(Set.of(
                    "java.time.Clock.systemUTC", "java.time.Clock.systemDefaultZone", "java.time.Clock.system")));

    @ArchTest
    static final ArchRule pages_and_resources_are_closed = classes()
            .that(resideInAWebLayer())
            .and()
            .areTopLevelClasses()
            .and()
            .areNotRecords()
            .and()
            .haveSimpleNameNotEndingWith("package-info")
            .should()
            .notBePublic()
            .because("rule 6: the web and api packages of a module are nobody else's; records are models of templates");

    @ArchTest
    static final ArchRule controllers_live_in_the_web_layer = classes()
            .that()
            .areAnnotatedWith(Controller.class)
            .or()
            .areAnnotatedWith(RestController.class)
            .should()
            .resideInAnyPackage("..web..", "..api..");

    @ArchTest
    static final ArchRule facades_are_made_by_spring_only = constructors()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Service.class)
            .should()
            .notBePublic()
            .because("rule 6: a facade has a package-private constructor");

    @ArchTest
    static final ArchRule stores_stay_inside = classes()
            .that()
            .haveSimpleNameEndingWith("Store")
            .and()
            .areAnnotatedWith(Component.class)
            .should()
            .notBePublic()
            .because("rule 6: the SQL of a module is its own business");

    private static DescribedPredicate<JavaCall<?>> reads(Set<String> methods) {
        return describe(
                "reads the clock",
                call -> methods.contains(call.getTargetOwner().getFullName() + "."
                        + call.getTarget().getName()));
    }

    private static DescribedPredicate<JavaClass> resideInAWebLayer() {
        return describe("in the web or api package of a module", type -> {
            var name = type.getPackageName();
            return (name.endsWith(".web") || name.endsWith(".api")) && !name.equals("io.encours.platform.web");
        });
    }
}
