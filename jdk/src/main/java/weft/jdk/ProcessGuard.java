package weft.jdk;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * Closes this process to other programs of the same person: no core dump is written of it, and nobody but the system's
 * administrator can read its memory or attach to it (Linux: {@code prctl(PR_SET_DUMPABLE, 0)}). Elsewhere nothing
 * happens, which {@code docs/threat-model.md} says.
 */
public final class ProcessGuard {
    private static final int GET_DUMPABLE = 3;
    private static final int SET_DUMPABLE = 4;

    private ProcessGuard() {}

    /** Closes it; answers whether it is closed. */
    public static boolean close() {
        return prctl(SET_DUMPABLE) == 0 && closed();
    }

    /** Whether it is closed. */
    public static boolean closed() {
        return prctl(GET_DUMPABLE) == 0;
    }

    /** With the second argument 0; -1 where there is no such function. */
    @SuppressWarnings("restricted")
    private static int prctl(int option) {
        if (!System.getProperty("os.name", "").equals("Linux")) {
            return -1;
        }
        try {
            Linker linker = Linker.nativeLinker();
            // prctl takes what follows the option as further arguments of variable number.
            MethodHandle prctl = linker.downcallHandle(linker.defaultLookup().find("prctl").orElseThrow(),
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG,
                            ValueLayout.JAVA_LONG), Linker.Option.firstVariadicArg(1));
            return (int) prctl.invokeExact(option, 0L, 0L, 0L, 0L);
        } catch (Throwable e) {
            return -1;
        }
    }
}
