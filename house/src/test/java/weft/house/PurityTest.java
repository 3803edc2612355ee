package weft.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What computes only computes: time, randomness, disk and links are injected. */
class PurityTest {
    private static final Set<String> CLOCKS = Set.of(
            "java.lang.System.currentTimeMillis", "java.lang.System.nanoTime", "java.lang.Math.random", "java.lang.StrictMath.random");

    private static final DescribedPredicate<JavaAccess<?>> CLOCK_OR_CHANCE = new DescribedPredicate<>("a look at the clock or at chance") {
        @Override
        public boolean test(JavaAccess<?> access) {
            AccessTarget target = access.getTarget();
            String owner = target.getOwner().getName();
            boolean nowOfTime = owner.startsWith("java.time.") && target.getName().equals("now")
                    || owner.equals("java.time.Clock") && target.getName().startsWith("system")
                    || owner.equals("java.time.ZoneId") && target.getName().equals("systemDefault");
            boolean anyUuid = owner.equals("java.util.UUID") && target.getName().equals("randomUUID");
            boolean newDate = owner.equals("java.util.Date") || owner.equals("java.util.Calendar");
            return CLOCKS.contains(owner + "." + target.getName()) || nowOfTime || anyUuid || newDate;
        }
    };

    private static final DescribedPredicate<JavaClass> OUTSIDE_WORLD = new DescribedPredicate<>("threads, sockets, files, processes or randomness") {
        @Override
        public boolean test(JavaClass type) {
            String name = type.getName();
            return name.startsWith("java.io.File") || name.startsWith("java.nio.file.") || name.startsWith("java.nio.channels.")
                    || name.startsWith("java.net.") && !name.equals("java.net.URLDecoder") && !name.equals("java.net.URLEncoder")
                    || name.startsWith("java.util.concurrent.") || name.startsWith("java.sql.")
                    || name.equals("java.lang.Thread") || name.equals("java.lang.ProcessBuilder") || name.equals("java.lang.Runtime")
                    || name.equals("java.security.SecureRandom") || name.equals("java.util.Random") || name.equals("java.util.SplittableRandom")
                    || name.equals("java.lang.ThreadLocal") || name.equals("java.util.Timer");
        }
    };

    private static ArchRule noClock(String... packages) {
        return noClasses().that().resideInAnyPackage(packages).should().accessTargetWhere(CLOCK_OR_CHANCE)
                .because("time and randomness are given as parameters: take `now` or an Entropy as an argument");
    }

    @Test
    void pureModulesLookAtNoClock() {
        noClock(House.PURE.toArray(String[]::new)).check(House.main());
    }

    @Test
    void pureModulesTouchNothingOutside() {
        // Planning may use more threads on request; that is the one thing rounds is let off.
        noClasses().that().resideInAnyPackage("weft.primitives..", "weft.wire..", "weft.core..", "weft.pages..")
                .should().dependOnClassesThat(OUTSIDE_WORLD)
                .because("the core does no I/O: return an effect and let the shell perform it")
                .check(House.main());
    }

    @Test
    void aPlantedLookAtTheClockIsCaught() throws ClassNotFoundException {
        Class<?> impure = Class.forName("weft.house.planted.Impure");
        assertThatThrownBy(() -> noClock("weft.house.planted..").check(House.planted(impure)))
                .isInstanceOf(AssertionError.class)
                .satisfies(e -> assertThat(e.getMessage()).contains("currentTimeMillis").contains("Math.random"));
    }

    @Test
    void nobodyElseCallsCrypto() {
        // Nearby nodes speak TLS with throw-away certificates, which the JDK's own TLS wants made with its own keys.
        classes().that().resideInAnyPackage("fr.acinq..", "org.bouncycastle..").should()
                .onlyHaveDependentClassesThat().resideInAnyPackage("weft.jdk..", "fr.acinq..", "org.bouncycastle..")
                .allowEmptyShould(true)
                .check(House.main());
        noClasses().that().resideOutsideOfPackages("weft.jdk..", "weft.bench..", "weft.sim..", "weft.node.near..")
                .should().dependOnClassesThat().resideInAnyPackage("javax.crypto..", "fr.acinq..", "org.bouncycastle..")
                .orShould().dependOnClassesThat().haveFullyQualifiedName("java.security.MessageDigest")
                .orShould().dependOnClassesThat().haveFullyQualifiedName("java.security.Signature")
                .because("a primitive is reached through weft.primitives.Primitives alone, so that phone and computer can't drift apart")
                .check(House.main());
    }

    @Test
    void onlyShellsMakeThePrimitives() {
        noClasses().that().resideOutsideOfPackages("weft.jdk..", "weft.node..", "weft.relay..", "weft.bench..", "weft.sim..", "weft.browser..")
                .should().dependOnClassesThat().resideInAPackage("weft.jdk..")
                .because("all but shells take a Primitives as a parameter")
                .check(House.main());
    }

    @Test
    void whatRunsOnPhonesUsesOnlyWhatCompilesThere() {
        noClasses().that().resideInAnyPackage(House.ON_PHONES.toArray(String[]::new))
                .should().dependOnClassesThat(new DescribedPredicate<JavaClass>("classes that TeaVM does not have") {
                    @Override
                    public boolean test(JavaClass type) {
                        String name = type.getName();
                        return name.equals("java.util.HexFormat") || name.equals("java.text.Normalizer") || name.startsWith("java.lang.reflect.")
                                || name.startsWith("java.lang.foreign.") || name.startsWith("javax.") || name.startsWith("java.util.logging.")
                                || name.startsWith("java.text.") || name.equals("java.security.MessageDigest");
                    }
                })
                .because("the same Java runs in a phone's browser (see browser/)")
                .check(House.main());
    }
}
