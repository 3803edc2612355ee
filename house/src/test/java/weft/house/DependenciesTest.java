package weft.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Every library of others has the bytes that were pinned ({@code house/dependencies.sha256}), whatever a registry or a mirror sent. After a version was
 * changed on purpose: {@code house/reports pin}.
 */
class DependenciesTest {
    /** SHA-256 by {@code group/artifact@version}, with {@code ?classifier=...} where there is one. */
    private static Map<String, String> pins() {
        Map<String, String> pins = new TreeMap<>();
        House.text(Path.of("house/dependencies.sha256")).lines().forEach(line -> pins.put(line.substring(66), line.substring(0, 64)));
        return pins;
    }

    /** The jars on the class path of these tests, which sees all modules, by what they are called in the list. */
    private static Map<String, Path> jars() {
        Map<String, Path> jars = new TreeMap<>();
        for (String entry : System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")).split(File.pathSeparator)) {
            Path jar = Path.of(entry);
            if (entry.endsWith(".jar") && jar.getNameCount() > 4 && !entry.contains(File.separator + "target" + File.separator)) {
                String version = jar.getName(jar.getNameCount() - 2).toString();
                String artifact = jar.getName(jar.getNameCount() - 3).toString();
                String rest = jar.getFileName().toString().replace(".jar", "").substring((artifact + "-" + version).length());
                jars.put(artifact + "@" + version + (rest.isEmpty() ? "" : "?classifier=" + rest.substring(1)), jar);
            }
        }
        return jars;
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everyLibraryHasThePinnedBytes() throws IOException {
        Map<String, String> pins = pins();
        assertThat(pins).hasSizeGreaterThan(100);
        Map<String, Path> jars = jars();
        assertThat(jars).hasSizeGreaterThan(30);
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, Path> jar : jars.entrySet()) {
            List<String> pinned = pins.entrySet().stream().filter(pin -> pin.getKey().endsWith("/" + jar.getKey())).map(Map.Entry::getValue).toList();
            if (!pinned.equals(List.of(sha256(jar.getValue())))) {
                wrong.add(jar.getKey() + (pinned.isEmpty() ? " is not pinned" : " has other bytes than those pinned"));
            }
        }
        assertThat(wrong).as("house/reports pin, and look at the difference").isEmpty();
    }

    /** The others too, as far as they are in the same repository. */
    @Test
    void alsoThoseOfOtherModulesAndOfTests() throws IOException {
        Path jar = jars().get("jspecify@1.0.0");
        assertThat(jar).isNotNull();
        Path repository = jar.getParent().getParent().getParent().getParent().getParent();
        List<String> wrong = new ArrayList<>();
        int looked = 0;
        for (Map.Entry<String, String> pin : pins().entrySet()) {
            String[] name = pin.getKey().split("[/@?]", 4);
            String classifier = name.length < 4 ? "" : "-" + name[3].replaceFirst("classifier=", "");
            Path file = repository.resolve(name[0].replace('.', '/')).resolve(name[1]).resolve(name[2]).resolve(name[1] + "-" + name[2] + classifier + ".jar");
            if (Files.exists(file)) {
                looked++;
                if (!sha256(file).equals(pin.getValue())) {
                    wrong.add(pin.getKey());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(looked).isGreaterThan(100);
    }
}
