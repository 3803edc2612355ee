package weft.sim.drill;

import java.util.Arrays;
import java.util.List;

/** Starts the drills from a command line: {@code seizure | linking | ledger | flood}, each with its options. */
public final class Drills {
    private Drills() {}

    /** The command line; ends the process with the drill's exit code. */
    public static void main(String[] args) {
        System.exit(run(List.of(args)));
    }

    /** Runs one; 0 where what must hold held, 1 where it did not, 2 where the words were not understood. */
    public static int run(List<String> args) {
        List<String> rest = args.isEmpty() ? args : args.subList(1, args.size());
        try {
            return switch (args.isEmpty() ? "" : args.getFirst()) {
                case "seizure" -> SeizureDrill.run(rest, System.out);
                case "linking" -> LinkingDrill.run(rest, System.out);
                case "ledger" -> LedgerDrill.run(rest, System.out);
                case "flood" -> FloodDrill.run(rest, System.out);
                default -> usage();
            };
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return 2;
        }
    }

    private static int usage() {
        System.err.println("Say which drill: seizure [--seed N --people N --days N], linking [--seed N --people N --days N], ledger, flood [--envelopes N].");
        return 2;
    }

    /** A whole number given as {@code --name N}. */
    static int number(List<String> args, String name, int usual) {
        int at = args.indexOf(name);
        if (at < 0) {
            return usual;
        }
        if (at + 1 >= args.size() || !args.get(at + 1).matches("[0-9]{1,7}")) {
            throw new IllegalArgumentException(name + " needs a whole number.");
        }
        return Integer.parseInt(args.get(at + 1));
    }

    /** The word given as {@code --name WORD}. */
    static String word(List<String> args, String name) {
        int at = args.indexOf(name);
        return at < 0 || at + 1 >= args.size() ? "" : args.get(at + 1);
    }

    /** Refuses options that no drill knows. */
    static void known(List<String> args, String... names) {
        args.stream().filter(arg -> arg.startsWith("--") && !Arrays.asList(names).contains(arg)).findFirst().ifPresent(arg -> {
            throw new IllegalArgumentException("There is no option " + arg + " here.");
        });
    }
}
