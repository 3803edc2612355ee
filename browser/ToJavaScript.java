import java.io.File;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Stream;
import org.teavm.backend.javascript.JSModuleType;
import org.teavm.diagnostics.Problem;
import org.teavm.tooling.TeaVMTargetType;
import org.teavm.tooling.TeaVMTool;
import org.teavm.vm.TeaVMOptimizationLevel;

/**
 * Compiles one main class on this class path to a JavaScript module with TeaVM, in a virtual machine of its own:
 * {@code java -XX:+UnlockExperimentalVMOptions -XX:hashCode=2 -cp … ToJavaScript.java MAIN FILE MINIFY LEVEL}.
 *
 * <p>TeaVM walks sets that are ordered by identity hash codes, which differ from run to run; the order of the classes in
 * what it writes follows them. With {@code hashCode=2} every object has the same one, the sets are walked in the order in
 * which they were filled, and the same sources give the same bytes. So this program refuses to run without it.
 */
final class ToJavaScript {
    private ToJavaScript() {}

    /** When the newest file of this class path was written. */
    private static long newest() throws Exception {
        long newest = 0;
        for (String entry : (System.getProperty("java.class.path") + File.pathSeparator + "ToJavaScript.java").split(File.pathSeparator)) {
            try (Stream<Path> files = Files.walk(Path.of(entry))) {
                newest = Math.max(newest, files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().lastModified()).max().orElse(0));
            } catch (NoSuchFileException e) {
                // An entry that is not there holds nothing.
            }
        }
        return newest;
    }

    public static void main(String[] arguments) throws Exception {
        if (System.identityHashCode(new Object()) != System.identityHashCode(new Object())) {
            System.err.println("Identity hash codes differ here, so the bytes would too: run this with -XX:+UnlockExperimentalVMOptions -XX:hashCode=2");
            System.exit(2);
        }
        File out = new File(arguments[1]).getAbsoluteFile();
        if (out.length() > 0 && newest() < out.lastModified()) {
            return;
        }
        TeaVMTool tool = new TeaVMTool();
        tool.setMainClass(arguments[0]);
        tool.setTargetType(TeaVMTargetType.JAVASCRIPT);
        tool.setJsModuleType(JSModuleType.ES2015);
        tool.setTargetDirectory(out.getParentFile());
        tool.setTargetFileName(out.getName());
        tool.setObfuscated(Boolean.parseBoolean(arguments[2]));
        tool.setOptimizationLevel(TeaVMOptimizationLevel.valueOf(arguments[3]));
        tool.setClassLoader(ToJavaScript.class.getClassLoader());
        tool.setClassPath(Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).map(File::new).toList());
        tool.getProperties().putAll(new Properties());
        tool.generate();
        for (Problem problem : tool.getProblemProvider().getSevereProblems()) {
            System.err.println("TeaVM refuses: " + problem.getText() + " " + Arrays.toString(problem.getParams()) + " at "
                    + (problem.getLocation() == null ? "?" : problem.getLocation().getMethod() + " " + problem.getLocation().getSourceLocation()));
        }
        if (!tool.getProblemProvider().getSevereProblems().isEmpty()) {
            out.delete();
            System.exit(1);
        }
    }
}
