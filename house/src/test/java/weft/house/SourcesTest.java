package weft.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PatternCaseLabelTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** What only the sources show: lengths, package rules, switches that would hide a new case, addresses and paths. */
class SourcesTest {
    /** From 400 lines on a file should be cut; at this length it must. */
    private static final int LONGEST_FILE = 500;
    private static final int LONGEST_FUNCTION = 70;
    private static final int LONGEST_LINE = 160;

    @Test
    void filesAreShort() {
        List<String> found = new ArrayList<>();
        for (Path source : House.sources()) {
            List<String> lines = House.text(source).lines().toList();
            if (lines.size() > LONGEST_FILE && !isData(source)) {
                found.add(source + ": " + lines.size() + " lines");
            }
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).length() > LONGEST_LINE && !isData(source)) {
                    found.add(source + ":" + (i + 1) + ": " + lines.get(i).length() + " characters");
                }
            }
        }
        assertThat(found).as("the design is asking for a cut").isEmpty();
    }

    /** Texts in a language are data, however long, and so is a style sheet. */
    private static boolean isData(Path source) {
        return source.toString().contains("/pages/text/") || source.toString().contains("/pages/asset/");
    }

    @Test
    void functionsAreShort() throws IOException {
        List<String> found = new ArrayList<>();
        scan((unit, positions) -> new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethod(MethodTree method, Void unused) {
                long first = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, method));
                long last = unit.getLineMap().getLineNumber(positions.getEndPosition(unit, method));
                if (last - first + 1 > LONGEST_FUNCTION && !isData(Path.of(unit.getSourceFile().getName()))) {
                    found.add(place(unit, first) + " " + method.getName() + ": " + (last - first + 1) + " lines");
                }
                return super.visitMethod(method, unused);
            }
        });
        assertThat(found).as("the function is asking for a cut").isEmpty();
    }

    @Test
    void switchesOverSealedTypesHaveNoDefault() throws IOException {
        List<String> found = new ArrayList<>();
        scan((unit, positions) -> new TreeScanner<Void, Void>() {
            @Override
            public Void visitSwitch(SwitchTree tree, Void unused) {
                look(tree.getCases(), positions.getStartPosition(unit, tree));
                return super.visitSwitch(tree, unused);
            }

            @Override
            public Void visitSwitchExpression(SwitchExpressionTree tree, Void unused) {
                look(tree.getCases(), positions.getStartPosition(unit, tree));
                return super.visitSwitchExpression(tree, unused);
            }

            private void look(List<? extends CaseTree> cases, long position) {
                boolean patterns = cases.stream().flatMap(c -> c.getLabels().stream())
                        .anyMatch(label -> label instanceof PatternCaseLabelTree pattern
                        && !(pattern.getPattern() instanceof com.sun.source.tree.AnyPatternTree));
                boolean fallback = cases.stream().flatMap(c -> c.getLabels().stream()).anyMatch(DefaultCaseLabelTree.class::isInstance);
                // What is thrown is open by nature, and so is what Json.object takes.
                boolean open = cases.stream().flatMap(c -> c.getLabels().stream()).map(Object::toString)
                        .anyMatch(l -> l.contains("Exception ") || l.contains("Error "))
                        || unit.getSourceFile().getName().endsWith("/wire/json/Json.java");
                if (patterns && fallback && !open) {
                    found.add(place(unit, unit.getLineMap().getLineNumber(position)));
                }
            }
        });
        assertThat(found).as("name every case, so that a new one is a compile error here").isEmpty();
    }

    private static String place(CompilationUnitTree unit, long line) {
        return House.ROOT.relativize(Path.of(unit.getSourceFile().toUri())) + ":" + line;
    }

    private interface Visitor {
        TreeScanner<Void, Void> over(CompilationUnitTree unit, SourcePositions positions);
    }

    private static void scan(Visitor visitor) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<Path> paths = House.sources().stream().map(House.ROOT::resolve).toList();
            Iterable<? extends JavaFileObject> sources = files.getJavaFileObjectsFromPaths(paths);
            JavacTask task = (JavacTask) compiler.getTask(null, files, null, List.of("--release", "25"), null, sources);
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                visitor.over(unit, positions).scan(unit, null);
            }
        }
    }

    @Test
    void everyPackageStatesItsRule() {
        TreeSet<Path> packages = new TreeSet<>();
        House.sources().forEach(source -> packages.add(source.getParent()));
        assertThat(packages).isNotEmpty().allSatisfy(folder -> {
            Path info = folder.resolve("package-info.java");
            assertThat(House.ROOT.resolve(info)).as("add a package-info.java that says what the package may touch").exists();
            assertThat(House.text(info)).as("%s says what it may touch", info).contains("May touch:");
        });
    }

    @Test
    void noAddressOfARegistryAndNoPathOfAMachine() {
        // Written in halves, so that this file does not contain what it forbids.
        List<String> forbidden = List.of("repo.maven" + ".apache", "repo1." + "maven", "registry." + "npmjs", "deb." + "debian.org", "/work" + "/", "/root"
                + "/", "/home" + "/");
        List<String> found = new ArrayList<>();
        List<Path> files = House.files(path -> !path.toString().endsWith(".png") && !path.toString().endsWith(".gz") && !path.toString().endsWith(".woff2")
                && !path.toString().endsWith(".pdf") && !path.toString().endsWith(".pmtiles") && !path.toString().contains("/corpus/"));
        for (Path file : files) {
            String text = new String(bytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
            forbidden.stream().filter(text::contains).forEach(word -> found.add(file + ": " + word));
        }
        assertThat(found).as("name no registry's address and no machine's path").isEmpty();
    }

    @Test
    void patternsUseOnlyTheCategoriesThatPhonesKnow() {
        // Written in halves, as above.
        Pattern category = Pattern.compile("\\\\\\\\[pP]\\{(Is)?" + "N}");
        assertThat(category.matcher("[^\\\\p{" + "N}]").find()).as("the pattern finds one that is planted").isTrue();
        List<String> found = House.sources().stream().filter(path -> category.matcher(House.text(path)).find()).map(Path::toString)
                .filter(path -> !path.startsWith("node/") && !path.startsWith("press/")).toList();
        assertThat(found).as("TeaVM's expressions know the kinds of numbers, Nd, Nl and No, but no word for all of them").isEmpty();
    }

    private static byte[] bytes(Path file) {
        try {
            return java.nio.file.Files.readAllBytes(House.ROOT.resolve(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void typesAreRead() throws IOException {
        int[] types = {0};
        scan((unit, positions) -> new TreeScanner<Void, Void>() {
            @Override
            public Void visitClass(ClassTree tree, Void unused) {
                types[0]++;
                return super.visitClass(tree, unused);
            }
        });
        assertThat(types[0]).as("the scan finds the sources at all").isGreaterThan(50);
    }
}
