package weft.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The shape of types: no bare arrays, no empty names, no ledger. */
class ShapeTest {
    private static final Pattern LAZY_NAME = Pattern.compile(".*(Impl|Manager|Util|Utils|Helper|Helpers)$");

    /** Words that measure a person. A technical use has a better word too: fit, order, weight, cost. */
    private static final Set<String> MEASURING = Set.of(
            "balance", "credit", "credits", "debit", "score", "scores", "points", "rank", "ranks", "ranking", "reputation", "karma", "leaderboard",
            "streak", "badge", "badges", "rating", "ratings", "debt", "owed", "owes", "payment", "price", "trustlevel", "hoursworked", "contribution",
            "contributions", "admin", "moderator", "banned", "quota");

    private static final Set<String> PERSON_LIKE = Set.of("voice", "person", "member", "user", "pubkey", "author", "who", "by");

    /** Numbers that describe a moment or a place in a list, not a person's share. */
    private static final Set<String> NOT_A_SHARE = Set.of("writtenat", "createdat", "at", "since", "until", "from", "lastday", "day", "slot", "revision",
            "kind", "generation", "now", "due", "count", "first", "second", "validuntil", "index");

    @Test
    void noBareArraysInRecordsOrPublicSignatures() {
        assertThat(bareArrays(House.main())).as("use Bytes, or Secret for what must be destroyed").isEmpty();
    }

    @Test
    void aPlantedBareArrayIsCaught() throws ClassNotFoundException {
        assertThat(bareArrays(House.planted(Class.forName("weft.house.planted.BareBytes")))).isNotEmpty();
    }

    private static List<String> bareArrays(JavaClasses classes) {
        List<String> found = new ArrayList<>();
        for (JavaClass type : classes) {
            boolean own = type.getPackageName().equals("weft.primitives") || type.getPackageName().startsWith("weft.bench");
            if (own || !type.getModifiers().contains(JavaModifier.PUBLIC)) {
                continue;
            }
            Stream.concat(type.getMethods().stream(), type.getConstructors().stream())
                    .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC))
                    .filter(ShapeTest::namesBareBytes)
                    .filter(unit -> unit instanceof com.tngtech.archunit.core.domain.JavaConstructor || !overrides(type, unit))
                    .forEach(unit -> found.add(unit.getFullName()));
        }
        return found;
    }

    private static boolean namesBareBytes(JavaCodeUnit unit) {
        return unit.getRawReturnType().getName().equals("[B") || unit.getRawParameterTypes().stream().anyMatch(p -> p.getName().equals("[B"));
    }

    /** A method that the JDK or a library prescribes, or the port itself, may name arrays. */
    private static boolean overrides(JavaClass type, JavaCodeUnit unit) {
        return Stream.concat(type.getAllRawInterfaces().stream(), type.getAllRawSuperclasses().stream())
                .filter(parent -> !parent.getName().startsWith("weft.") || parent.getPackageName().equals("weft.primitives"))
                .flatMap(parent -> parent.getMethods().stream())
                .anyMatch(method -> method.getName().equals(unit.getName()) && method.getRawParameterTypes().size() == unit.getRawParameterTypes().size());
    }

    @Test
    void noLazyNames() {
        assertThat(House.main().stream().map(JavaClass::getSimpleName).filter(name -> LAZY_NAME.matcher(name).matches()))
                .as("say what it does instead").isEmpty();
    }

    @Test
    void noWordMeasuresAPerson() {
        assertThat(measuringWords(House.main()))
                .as("nothing is measured (rule 1) and nobody rules (rule 2): see system.md; take fit, order, weight or cost").isEmpty();
    }

    @Test
    void aPlantedMeasuringWordIsCaught() throws ClassNotFoundException {
        assertThat(measuringWords(House.planted(Class.forName("weft.house.planted.Telling")))).isNotEmpty();
    }

    private static List<String> measuringWords(JavaClasses classes) {
        List<String> found = new ArrayList<>();
        for (JavaClass type : classes) {
            if (type.getPackageName().startsWith("weft.bench")) {
                continue;
            }
            Stream<String> names = Stream.of(
                            Stream.of(type.getSimpleName()),
                            type.getFields().stream().map(JavaField::getName),
                            type.getMethods().stream().filter(m -> !m.getName().contains("$")).map(JavaCodeUnit::getName))
                    .flatMap(s -> s);
            names.filter(name -> words(name).anyMatch(MEASURING::contains)).forEach(name -> found.add(type.getName() + ": " + name));
        }
        return found;
    }

    /** The words of a camel-case or constant name, in lower case. */
    private static Stream<String> words(String name) {
        return Stream.of(name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").split("_")).map(word -> word.toLowerCase(Locale.ROOT));
    }

    @Test
    void noRecordPutsANumberBesideAPerson() {
        assertThat(ledgers(House.main())).as("a quantity may describe a thing, never a person's share").isEmpty();
    }

    @Test
    void aPlantedLedgerIsCaught() throws ClassNotFoundException {
        assertThat(ledgers(House.planted(Class.forName("weft.house.planted.Measuring")))).isNotEmpty();
    }

    private static List<String> ledgers(JavaClasses classes) {
        List<String> found = new ArrayList<>();
        for (JavaClass type : classes) {
            if (!type.isRecord()) {
                continue;
            }
            List<JavaField> fields = type.getFields().stream().filter(f -> !f.getModifiers().contains(JavaModifier.STATIC)).toList();
            // The drills are adversaries: what they put together is what nobody else may.
            if (type.getPackageName().equals("weft.sim.drill")) {
                continue;
            }
            boolean person = fields.stream().anyMatch(f -> PERSON_LIKE.contains(f.getName().toLowerCase(Locale.ROOT)) && !isNumber(f));
            boolean number = fields.stream().anyMatch(f -> isNumber(f) && !NOT_A_SHARE.contains(f.getName().toLowerCase(Locale.ROOT)));
            if (person && number) {
                found.add(type.getName());
            }
        }
        return found;
    }

    private static boolean isNumber(JavaField field) {
        return Set.of("int", "long", "double", "float", "java.lang.Integer", "java.lang.Long", "java.lang.Double").contains(field.getRawType().getName());
    }
}
