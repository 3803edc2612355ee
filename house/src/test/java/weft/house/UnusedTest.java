package weft.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A report, not a rule: methods of Weft that nothing of Weft but tests calls. It is printed by {@code house/reports}. */
@Tag("long")
class UnusedTest {
    private static final Path REPORT = House.ROOT.resolve("house/target/unused.txt");

    @Test
    void isReported() throws IOException {
        JavaClasses all = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).withImportOption(location ->
                !location.contains("/test-classes/")).importPackages("weft");
        assertThat(all.size()).isGreaterThan(500);
        Set<String> unused = new TreeSet<>();
        for (JavaClass each : all) {
            for (JavaMethod method : each.getMethods()) {
                if (isUnused(each, method)) {
                    unused.add(each.getName().replace('$', '.') + "." + method.getName());
                }
            }
        }
        Files.createDirectories(REPORT.getParent());
        Files.writeString(REPORT, "Called by nothing but tests, " + unused.size() + " methods:\n"
                + String.join("", unused.stream().map(name -> "  " + name + "\n").toList()));
    }

    private static boolean isUnused(JavaClass owner, JavaMethod method) {
        boolean called = !method.getCallsOfSelf().isEmpty() || !method.getReferencesToSelf().isEmpty();
        boolean made = method.getModifiers().contains(JavaModifier.SYNTHETIC) || method.getModifiers().contains(JavaModifier.BRIDGE)
                || method.getName().equals("main") || owner.isEnum() || owner.isInterface();
        return !called && !made && !isRecordPart(owner, method) && !overrides(owner, method) && method.getAnnotations().isEmpty();
    }

    private static boolean isRecordPart(JavaClass owner, JavaMethod method) {
        return owner.isRecord() && owner.tryGetField(method.getName()).isPresent();
    }

    private static boolean overrides(JavaClass owner, JavaMethod method) {
        return Set.of("toString", "equals", "hashCode").contains(method.getName())
                || owner.getAllRawInterfaces().stream().anyMatch(above -> has(above, method)) || owner.getAllRawSuperclasses().stream()
                .anyMatch(above -> has(above, method));
    }

    private static boolean has(JavaClass above, JavaMethod method) {
        return above.getMethods().stream().anyMatch(other -> other.getName().equals(method.getName())
                && other.getRawParameterTypes().size() == method.getRawParameterTypes().size());
    }
}
