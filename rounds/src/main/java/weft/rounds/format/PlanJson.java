package weft.rounds.format;

import java.util.List;
import weft.rounds.model.Plan;

/** Writes plans as JSON. */
public final class PlanJson {
    private PlanJson() {}

    /**
     * The benchmark's form: {@code {"routes": [[1, 2], [3]], "vehicles": 2, "distance": 12.5}}, with "left" where stops are left over.
     *
     * @param plan of a problem whose stops are named by their numbers
     */
    public static String benchmark(Plan plan) {
        StringBuilder out = new StringBuilder("{\"routes\": [");
        for (int i = 0; i < plan.rounds().size(); i++) {
            List<String> stops = plan.rounds().get(i).calls().stream().map(Plan.Call::stop).toList();
            out.append(i == 0 ? "[" : ", [").append(String.join(", ", stops)).append(']');
        }
        out.append("], \"vehicles\": ").append(plan.rounds().size()).append(", \"distance\": ").append(plan.metres());
        if (!plan.left().isEmpty()) {
            out.append(", \"left\": [");
            for (int i = 0; i < plan.left().size(); i++) {
                Plan.Left left = plan.left().get(i);
                out.append(i == 0 ? "" : ", ").append("{\"job\": ");
                text(out, left.job());
                out.append(", \"reason\": ");
                text(out, left.reason());
                out.append('}');
            }
            out.append(']');
        }
        return out.append('}').toString();
    }

    /** A day's plan with times in seconds since midnight; see the formats' page for the members. */
    public static String day(Plan plan) {
        StringBuilder out = new StringBuilder("{\"rounds\": [");
        for (int i = 0; i < plan.rounds().size(); i++) {
            Plan.Round round = plan.rounds().get(i);
            out.append(i == 0 ? "{\"driver\": " : ", {\"driver\": ");
            text(out, round.driver());
            out.append(", \"leaves\": ").append(tenth(round.leaves())).append(", \"back\": ").append(tenth(round.back()));
            out.append(", \"metres\": ").append(tenth(round.metres()));
            if (round.pauseAt() >= 0) {
                out.append(", \"pause\": ").append(tenth(round.pauseAt()));
            }
            out.append(", \"stops\": [");
            for (int k = 0; k < round.calls().size(); k++) {
                Plan.Call call = round.calls().get(k);
                out.append(k == 0 ? "{\"stop\": " : ", {\"stop\": ");
                text(out, call.stop());
                out.append(", \"arrives\": ").append(tenth(call.arrives())).append(", \"begins\": ").append(tenth(call.begins()));
                out.append(", \"leaves\": ").append(tenth(call.leaves())).append(", \"aboard\": ").append(call.aboard().amounts()).append('}');
            }
            out.append("]}");
        }
        out.append("], \"left\": [");
        for (int i = 0; i < plan.left().size(); i++) {
            out.append(i == 0 ? "{\"stop\": " : ", {\"stop\": ");
            text(out, plan.left().get(i).job());
            out.append(", \"reason\": ");
            text(out, plan.left().get(i).reason());
            out.append('}');
        }
        return out.append("], \"metres\": ").append(tenth(plan.metres())).append(", \"seconds\": ").append(tenth(plan.seconds()))
                .append(", \"lateness\": ").append(tenth(plan.lateness())).append('}').toString();
    }

    private static double tenth(double value) {
        return Math.rint(value * 10) / 10;
    }

    private static void text(StringBuilder out, String value) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20) {
                        String hex = Integer.toHexString(c);
                        out.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
