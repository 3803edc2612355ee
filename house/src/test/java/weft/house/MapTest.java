package weft.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** ARCHITECTURE.md and CONTRIBUTING.md name only what exists, and every module and package stands on the map. */
class MapTest {
    private static final Pattern QUOTED = Pattern.compile("`([^`\\s]+)`");

    @Test
    void namesOnTheMapExist() {
        Set<String> types = House.main().stream().map(JavaClass::getSimpleName).collect(Collectors.toSet());
        Set<String> packages = packages();
        for (String page : List.of("ARCHITECTURE.md", "CONTRIBUTING.md")) {
            Matcher quoted = QUOTED.matcher(House.text(Path.of(page)));
            while (quoted.find()) {
                String name = quoted.group(1);
                if (name.startsWith("weft.")) {
                    assertThat(packages.contains(name) || House.main().contain(name)).as("%s names %s", page, name).isTrue();
                } else if (name.matches("[A-Z][A-Za-z0-9]+(\\.[A-Z][A-Za-z0-9]+)*")) {
                    assertThat(types).as("%s names the type %s", page, name).contains(name.substring(name.lastIndexOf('.') + 1));
                } else if (name.contains("/")) {
                    assertThat(House.ROOT.resolve(name.replaceFirst("^/", "").replace("*", ""))).as("%s names the path %s", page, name).exists();
                }
            }
        }
    }

    private static Set<String> packages() {
        Set<String> packages = new TreeSet<>();
        for (Path source : House.sources()) {
            String folder = source.getParent().toString();
            packages.add(folder.substring(folder.indexOf("/src/main/java/") + "/src/main/java/".length()).replace('/', '.'));
        }
        return packages;
    }

    @Test
    void modulesAndPackagesStandOnTheMap() {
        String map = House.text(Path.of("ARCHITECTURE.md"));
        assertThat(packages()).hasSizeGreaterThan(8).allSatisfy(name -> assertThat(map).as("put the package on the map").contains("`" + name + "`"));
        Matcher module = Pattern.compile("<module>(\\w+)</module>").matcher(House.text(Path.of("pom.xml")));
        while (module.find()) {
            assertThat(map).as("put the module on the map").contains("`" + module.group(1) + "/`");
        }
    }
}
