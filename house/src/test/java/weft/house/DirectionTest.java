package weft.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who may touch whom, beyond what the POMs and module-infos say already. */
class DirectionTest {
    /** For each module, the modules that its main classes may depend on. */
    private static final Map<String, List<String>> MAY_TOUCH = Map.ofEntries(
            Map.entry("primitives", List.of()),
            Map.entry("jdk", List.of("primitives")),
            Map.entry("wire", List.of("primitives")),
            Map.entry("core", List.of("primitives", "wire")),
            Map.entry("pages", List.of("primitives", "wire", "core", "practice", "rounds")),
            Map.entry("rounds", List.of()),
            Map.entry("practice", List.of("primitives", "wire", "core")),
            Map.entry("press", List.of("primitives", "wire", "core", "practice")),
            Map.entry("store", List.of("primitives", "wire")),
            Map.entry("relay", List.of("primitives", "wire", "store", "jdk")),
            Map.entry("browser", List.of("primitives", "wire", "core", "pages")));

    @Test
    void modulesKeepTheirDirection() {
        MAY_TOUCH.forEach((module, others) -> noClasses().that().resideInAPackage("weft." + module + "..")
                .should().dependOnClassesThat(weftOutside(module, others))
                .because("ARCHITECTURE.md says what " + module + " may touch; move the class, or pass what it needs as a parameter")
                .allowEmptyShould(true)
                .check(House.main()));
    }

    @Test
    void pagesTouchNoKeys() {
        noClasses().that().resideInAPackage("weft.pages..")
                .should().dependOnClassesThat().resideInAnyPackage("weft.core.key..", "weft.core.circle..", "weft.store..")
                .because("pages see views and speak commands; keys stay behind the step machine")
                .check(House.main());
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("weft.(*)..").should().beFreeOfCycles().check(House.main());
        slices().matching("weft.core.(*)..").should().beFreeOfCycles().check(House.main());
        slices().matching("weft.wire.(*)..").should().beFreeOfCycles().check(House.main());
    }

    private static DescribedPredicate<JavaClass> weftOutside(String module, List<String> others) {
        String[] allowed = others.stream().map(other -> "weft." + other + ".").toArray(String[]::new);
        return new DescribedPredicate<>("weft classes outside of " + module + " and " + others) {
            @Override
            public boolean test(JavaClass type) {
                String name = type.getName();
                return name.startsWith("weft.") && !name.startsWith("weft." + module + ".") && Arrays.stream(allowed).noneMatch(name::startsWith);
            }
        };
    }
}
