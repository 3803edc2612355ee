package weft.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The corpus of each fuzz test in a usual run, without Jazzer around it; no method is without one. */
class FilesCorpusTest {
    @Test
    void everyInputOfTheCorpusIsTaken() throws Exception {
        int tried = 0;
        for (Class<?> tests : List.of(FilesFuzzTest.class)) {
            Object fuzzed = tests.getDeclaredConstructor().newInstance();
            for (Method method : tests.getDeclaredMethods()) {
                if (method.isAnnotationPresent(FuzzTest.class)) {
                    tried += run(fuzzed, method, Path.of(System.getProperty("weft.root"), "node/src/test/resources",
                            tests.getPackageName().replace('.', '/'), tests.getSimpleName() + "Inputs", method.getName()));
                }
            }
        }
        assertThat(tried).isGreaterThan(100);
    }

    private static int run(Object fuzzed, Method method, Path corpus) throws Exception {
        assertThat(corpus).as("the corpus of %s", method.getName()).isNotEmptyDirectory();
        method.setAccessible(true);
        List<Path> inputs;
        try (Stream<Path> files = Files.list(corpus)) {
            inputs = files.sorted().toList();
        }
        for (Path input : inputs) {
            try {
                method.invoke(fuzzed, (Object) Files.readAllBytes(input));
            } catch (InvocationTargetException e) {
                throw new AssertionError(input + ": " + e.getCause(), e.getCause());
            }
        }
        return inputs.size();
    }
}
