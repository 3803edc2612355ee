import java.io.File;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.teavm.backend.javascript.JSModuleType;
import org.teavm.diagnostics.Problem;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.Instruction;
import org.teavm.model.InvokeDynamicInstruction;
import org.teavm.model.MethodDescriptor;
import org.teavm.model.MethodHolder;
import org.teavm.model.ValueType;
import org.teavm.model.emit.ProgramEmitter;
import org.teavm.tooling.TeaVMTargetType;
import org.teavm.tooling.TeaVMTool;
import org.teavm.vm.TeaVMOptimizationLevel;
import weft.pages.Pages;
import weft.pages.text.Language;
import weft.pages.text.Languages;

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

    /**
     * Puts {@code weft.browser.Late} in the place of what phones fetch later or as a file, and leaves out what would bring much of the class
     * library along and is never of use: the formatter of numbers and dates behind a library's error message, the table of time zones
     * (the browser has one), and the texts by which records show themselves.
     */
    public static final class Later implements ClassHolderTransformer {
        private static final Map<String, String> LANGUAGES =
                Map.of("weft.pages.text.English", "en", "weft.pages.text.French", "fr", "weft.pages.text.Spanish", "es", "weft.pages.text.Arabic", "ar");
        private static final String LATE = "weft.browser.Late";

        @Override
        public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
            if (LANGUAGES.containsKey(type.getName())) {
                MethodHolder method = type.getMethod(new MethodDescriptor("language", ValueType.object("weft.pages.text.Language")));
                ProgramEmitter program = ProgramEmitter.create(method, context.getHierarchy());
                program.invoke(LATE, "language", method.getResultType(), program.constant(LANGUAGES.get(type.getName()))).returnValue();
            } else if (type.getName().equals("weft.pages.asset.PngIcons")) {
                for (String name : ICONS.keySet()) {
                    MethodHolder method = type.getMethod(new MethodDescriptor(name, ValueType.object("weft.primitives.Bytes")));
                    ProgramEmitter program = ProgramEmitter.create(method, context.getHierarchy());
                    program.invoke(LATE, "nothing", method.getResultType()).returnValue();
                }
            } else {
                leaveOut(type, context);
            }
        }

        private static void leaveOut(ClassHolder type, ClassHolderTransformerContext context) {
            for (MethodHolder method : type.getMethods()) {
                if (type.getName().equals("java.lang.String") && method.getName().equals("format") && method.parameterType(0).isObject(String.class)) {
                    ProgramEmitter program = ProgramEmitter.create(method, context.getHierarchy());
                    program.var(1, String.class).returnValue();
                } else if (type.getName().endsWith(".JodaRulesProvider") && method.getName().equals("provideZoneIds")) {
                    ProgramEmitter program = ProgramEmitter.create(method, context.getHierarchy());
                    program.invoke(LATE, "noZones", method.getResultType()).returnValue();
                } else if (type.getName().endsWith(".JodaRulesProvider") && method.getName().equals("provideRules")) {
                    ProgramEmitter program = ProgramEmitter.create(method, context.getHierarchy());
                    program.constantNull(method.getResultType()).returnValue();
                } else if (type.getName().startsWith("weft.") && "java.lang.Record".equals(type.getParent()) && method.getName().equals("toString")
                        && isMade(method)) {
                    ProgramEmitter program = ProgramEmitter.create(method, context.getHierarchy());
                    program.constant(type.getName()).returnValue();
                }
            }
        }

        /** Whether a method is one that the compiler made for a record, rather than one that somebody wrote. */
        private static boolean isMade(MethodHolder method) {
            for (Instruction instruction : method.getProgram().basicBlockAt(0)) {
                if (instruction instanceof InvokeDynamicInstruction made) {
                    return made.getBootstrapMethod().getClassName().equals("java.lang.runtime.ObjectMethods");
                }
            }
            return false;
        }
    }

    /** The methods that give the icons' pictures, and the names of their files. */
    private static final Map<String, String> ICONS = Map.of("small", "icon-192.png", "large", "icon-512.png", "maskable", "icon-maskable-512.png");

    /** Writes what {@link Later} left out, beside the program. */
    private static void writeLater(Path folder) throws Exception {
        for (Language language : Languages.all()) {
            if (Later.LANGUAGES.containsValue(language.tag())) {
                Files.writeString(folder.resolve("words-" + language.tag() + ".txt"), language.file());
            }
        }
        for (String name : ICONS.values()) {
            Files.write(folder.resolve(name), Pages.asset("/assets/" + name).orElseThrow().body().toArray());
        }
    }

    public static void main(String[] arguments) throws Exception {
        if (System.identityHashCode(new Object()) != System.identityHashCode(new Object())) {
            System.err.println("Identity hash codes differ here, so the bytes would too: run this with -XX:+UnlockExperimentalVMOptions -XX:hashCode=2");
            System.exit(2);
        }
        File out = new File(arguments[1]).getAbsoluteFile();
        Files.createDirectories(out.getParentFile().toPath());
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
        boolean phone = arguments[0].equals("weft.browser.Main");
        if (phone) {
            writeLater(out.getParentFile().toPath());
            tool.getTransformers().add(Later.class.getName());
        }
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
