package weft.node.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** Since when this process runs; where the launcher became this process, its own time is counted in. */
final class Begun {
    /** Of the clock in which Linux tells when a process began (proc(5), field 22 of stat). */
    private static final double TICKS_A_SECOND = 100;

    private Begun() {}

    /** Seconds since the process began. */
    static double seconds() {
        double virtualMachine = ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
        try {
            String stat = Files.readString(Path.of("/proc/self/stat"));
            // The name in the second field may have spaces in it; what follows its bracket starts with the third field.
            String began = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[19];
            double up = Double.parseDouble(Files.readString(Path.of("/proc/uptime")).split(" ", -1)[0]);
            double since = up - Double.parseDouble(began) / TICKS_A_SECOND;
            return since >= virtualMachine - 0.05 && since < virtualMachine + 60 ? since : virtualMachine;
        } catch (IOException | RuntimeException e) {
            return virtualMachine;
        }
    }
}
