package weft.node.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import weft.wire.json.Json;

/** The commands about doings, the calendar and resting. */
public final class DoingCommands {
    private DoingCommands() {}

    /** One of each. */
    public static List<Object> all() {
        return List.of(new Calendar(), new Doing(), new Rest());
    }

    private static String moment(String unixSeconds) {
        LocalDateTime at = LocalDateTime.ofInstant(Instant.ofEpochSecond(Long.parseLong(unixSeconds)), ZoneId.systemDefault());
        return at.toLocalDate() + " " + at.toLocalTime();
    }

    /** The path of the doing whose name begins so. */
    private static String doing(NodeClient client, String wanted) {
        if (!wanted.matches("[0-9a-f]{4,64}")) {
            throw new Stop(Stop.USAGE, "A doing is named by at least four characters of the name that ./weft calendar shows.");
        }
        List<String> paths = Words.list(client.get("/calendar?view=list"), "occurrences").stream()
                .filter(one -> Words.text(one, "doing").startsWith(wanted)).map(one -> Words.text(one, "path")).distinct().toList();
        if (paths.size() != 1) {
            throw new Stop(Stop.REFUSED, paths.isEmpty()
                    ? "No doing of the next 60 days is named so. ./weft calendar shows what there is."
                    : "Several doings begin so; give more characters.");
        }
        return paths.getFirst();
    }

    private static String line(Json.Obj one) {
        String where = Words.line(Words.text(one, "where"));
        return Words.text(one, "doing").substring(0, 10) + "  " + moment(Words.text(one, "start")) + "  " + Words.line(Words.text(one, "title"))
                + (where.isEmpty() ? "" : " (" + where + ")") + (Words.truth(one, "mine") ? ", you come" : "")
                + (Words.truth(one, "nobodyYet") ? ", nobody yet" : "") + "\n";
    }

    @Command(name = "calendar", description = "Show what takes place in the next weeks; calendar import takes a calendar file in.", subcommands = Import.class)
    static final class Calendar implements Callable<Integer> {
        @Mixin private Common common = new Common();

        @Option(names = "--circle", paramLabel = "NAME", description = "Of this circle alone.")
        private Optional<String> circle = Optional.empty();

        @Option(names = "--from", paramLabel = "DATE", description = "From this day on (default: today).")
        private String from = "";

        @Override
        public Integer call() {
            NodeClient client = common.client();
            String path = circle.isPresent() ? "/c/" + Words.text(common.circle(client, circle), "address") : "";
            Json.Obj answer = client.get(path + "/calendar?view=list" + (from.isEmpty() ? "" : "&on=" + NodeClient.encoded(from)));
            return common.show(answer, ignored -> {
                StringBuilder out = new StringBuilder();
                Words.list(answer, "occurrences").forEach(one -> out.append(line(one)));
                return out.toString();
            });
        }
    }

    @Command(name = "import", description = "Take in a calendar file (.ics) of another program; says what comes and what does not.")
    static final class Import implements Callable<Integer> {
        @Mixin private Common common = new Common();

        @Parameters(paramLabel = "FILE", description = "The calendar file.")
        private Path file = Path.of("");

        @Option(names = "--circle", paramLabel = "NAME", description = "Into which circle; needed where there are several.")
        private Optional<String> circle = Optional.empty();

        @Option(names = "--only-look", description = "Say what would come, and bring nothing in.")
        private boolean look;

        @Override
        public Integer call() {
            NodeClient client = common.client();
            String path = "/c/" + Words.text(common.circle(client, circle), "address") + "/import";
            String text = text();
            Json.Obj report = client.post(path, Map.of("ics", List.of(text)));
            List<Json.Obj> coming = Words.list(report, "doings");
            if (!look && !coming.isEmpty()) {
                client.post(path, Map.of("ics", List.of(text), "confirm", List.of("1")));
            }
            return common.show(report, ignored -> {
                StringBuilder out = new StringBuilder();
                coming.forEach(one -> out.append(look ? "would come: " : "came: ").append(moment(Words.text(one, "start"))).append("  ")
                        .append(Words.line(Words.text(one, "title")))
                        .append('\n'));
                Words.list(report, "skipped").forEach(one -> out.append("left out (").append(Words.text(one, "why")).append("): ")
                        .append(Words.line(Words.text(one, "title"))).append('\n'));
                return out.toString();
            });
        }

        private String text() {
            try {
                if (Files.size(file) > 200_000) {
                    throw new Stop(Stop.REFUSED, "This file is larger than 200,000 bytes. Save a shorter time from your calendar program.");
                }
                return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new Stop(Stop.MACHINE, "The file " + file + " could not be read. Check its name, then try again.");
            }
        }
    }

    @Command(name = "doing", description = "Things done together: new, show, join, leave, call-off.", synopsisSubcommandLabel = "new|show|join|leave|call-off",
            subcommands = {New.class, Show.class, Join.class, Leave.class, CallOff.class})
    static final class Doing {
        @Mixin private Common common = new Common();

        boolean json() {
            return common.json();
        }
    }

    @Command(name = "new", description = "Put something into a circle's calendar; prints its short name.")
    static final class New implements Callable<Integer> {
        @Mixin private Common common = new Common();

        @Parameters(paramLabel = "TITLE", description = "What, on one line.")
        private String title = "";

        @Option(names = "--circle", paramLabel = "NAME", description = "In which circle; needed where there are several.")
        private Optional<String> circle = Optional.empty();

        @Option(names = "--start", required = true, paramLabel = "TIME", description = "When it begins, as 2026-11-24T18:00; a date alone for whole days.")
        private String start = "";

        @Option(names = "--end", paramLabel = "TIME", description = "When it ends: a time, 21:00, or a date (default: two hours later).")
        private String end = "";

        @Option(names = "--repeat", paramLabel = "HOW",
                description = "daily, weekly, fortnightly, monthly-date, monthly-weekday, yearly, or a rule as FREQ=WEEKLY;BYDAY=TU.")
        private String repeat = "";

        @Option(names = "--until", paramLabel = "DATE", description = "The last day on which it may repeat.")
        private String until = "";

        @Option(names = "--except", paramLabel = "DATE", description = "Not on this date; may be given again.")
        private List<String> except = new ArrayList<>();

        @Option(names = "--shift", paramLabel = "LINE", description = "A shift, as \"18:00-20:00 Cooking 4\"; may be given again.")
        private List<String> shifts = new ArrayList<>();

        @Option(names = "--bring", paramLabel = "WHAT", description = "A thing to bring; may be given again.")
        private List<String> things = new ArrayList<>();

        @Option(names = "--where", paramLabel = "PLACE", description = "Where everybody may come.")
        private String where = "";

        @Option(names = "--text", paramLabel = "TEXT", description = "More about it; - reads the standard input.")
        private String text = "";

        @Option(names = "--alert", paramLabel = "HOURS", description = "Hours before a shift nobody has joined at which everybody is told.")
        private String alert = "";

        @Override
        public Integer call() {
            NodeClient client = common.client();
            Map<String, List<String>> form = new LinkedHashMap<>();
            form.put("title", List.of(title));
            form.put("start", List.of(start));
            form.put("end", List.of(end));
            form.put("repeat", List.of(repeat));
            form.put("until", List.of(until));
            form.put("except", List.of(String.join(" ", except)));
            form.put("shifts", List.of(String.join("\n", shifts)));
            form.put("things", List.of(String.join("\n", things)));
            form.put("where", List.of(where));
            form.put("text", List.of(ThreadCommands.words(text)));
            form.put("alert", List.of(alert));
            Json.Obj answer = client.post("/c/" + Words.text(common.circle(client, circle), "address") + "/doing", form);
            return common.show(answer, done -> Words.text(done, "thread").substring(0, 10) + "\n");
        }
    }

    @Command(name = "show", description = "Show a doing, its next dates, and who comes to one of them.")
    static final class Show implements Callable<Integer> {
        @Mixin private Common common = new Common();

        @Parameters(paramLabel = "DOING", description = "Its short name, from calendar.")
        private String doing = "";

        @Option(names = "--on", paramLabel = "DATE", description = "On which date (default: the next).")
        private String on = "";

        @Override
        public Integer call() {
            NodeClient client = common.client();
            Json.Obj answer = client.get(doing(client, doing) + (on.isEmpty() ? "" : "?on=" + NodeClient.encoded(on)));
            return common.show(answer, DoingCommands::words);
        }
    }

    private static String words(Json.Obj doing) {
        StringBuilder out = new StringBuilder(Words.line(Words.text(doing, "title"))).append('\n');
        String text = Words.safe(Words.text(doing, "text"));
        out.append(text.isEmpty() ? "" : text + "\n");
        out.append(Words.truth(doing, "calledOff") ? "called off\n" : "");
        String on = Words.text(doing, "shown", "on");
        out.append(on.isEmpty() ? "no more dates\n" : "on " + on + ", " + moment(Words.text(doing, "shown", "start")) + " to "
                + moment(Words.text(doing, "shown", "end")) + "\n");
        for (Json.Obj part : Words.list(doing, "parts")) {
            String hands = Words.text(part, "hands");
            out.append("%-10s".formatted(Words.text(part, "part"))).append(Words.line(Words.text(part, "title")))
                    .append(hands.equals("0") ? "" : ", hands welcome: " + hands)
                    .append(": ").append(Words.text(part, "coming").isEmpty() ? "nobody yet" : Words.line(Words.text(part, "coming")))
                    .append(Words.text(part, "cannot").isEmpty() ? "" : "; can't after all: " + Words.line(Words.text(part, "cannot")))
                    .append(Words.truth(part, "always") ? " (you, every time)" : "").append('\n');
        }
        List<String> next = Words.list(doing, "next").stream().map(one -> Words.text(one, "on")).toList();
        return out.append(next.size() < 2 ? "" : "next: " + String.join(" ", next) + "\n").toString();
    }

    /** Which part of which occurrence. */
    static final class What {
        @Parameters(paramLabel = "DOING", description = "Its short name, from calendar.")
        private String doing = "";

        @Option(names = "--on", paramLabel = "DATE", description = "On which date (default: the next).")
        private String on = "";

        @Option(names = "--shift", paramLabel = "N", description = "For a shift, by its number, from doing show.")
        private Optional<Integer> shift = Optional.empty();

        @Option(names = "--bring", paramLabel = "N", description = "With a thing, by its number.")
        private Optional<Integer> bring = Optional.empty();

        private Integer post(Common common, String act, Map<String, String> more) {
            NodeClient client = common.client();
            String path = doing(client, doing);
            String date = on.isEmpty() ? Words.text(client.get(path), "shown", "on") : on;
            Map<String, String> form = new LinkedHashMap<>(more);
            form.put("on", date);
            form.put("part", shift.map(n -> "shift-" + n).or(() -> bring.map(n -> "bring-" + n)).orElse("coming"));
            return common.show(common.post(client, path + "/" + act, form), ignored -> "Done, for " + date + ".\n");
        }
    }

    @Command(name = "join", description = "Come to a doing: to be there, for a shift, or with a thing.")
    static final class Join implements Callable<Integer> {
        @Mixin private Common common = new Common();
        @Mixin private What what = new What();

        @Option(names = "--every-time", description = "From now on each time; your node joins under a fresh voice each time.")
        private boolean always;

        @Override
        public Integer call() {
            return what.post(common, "join", always ? Map.of("always", "1") : Map.of());
        }
    }

    @Command(name = "leave", description = "Say that you can't come after all; the others see it at once.")
    static final class Leave implements Callable<Integer> {
        @Mixin private Common common = new Common();
        @Mixin private What what = new What();

        @Option(names = "--no-more", description = "Not every time any more; what you are down for already stays.")
        private boolean noMore;

        @Override
        public Integer call() {
            return what.post(common, noMore ? "no-more" : "cant", Map.of());
        }
    }

    @Command(name = "call-off", description = "Call off a doing of yours, for good.")
    static final class CallOff implements Callable<Integer> {
        @Mixin private Common common = new Common();

        @Parameters(paramLabel = "DOING", description = "Its short name, from calendar.")
        private String doing = "";

        @Override
        public Integer call() {
            NodeClient client = common.client();
            return common.show(common.post(client, doing(client, doing) + "/call-off", Map.of()), ignored -> "Done.\n");
        }
    }

    @Command(name = "rest", description = "Rest until a day: nothing is sent to you and you are put down for nothing. Nobody sees it.")
    static final class Rest implements Callable<Integer> {
        @Mixin private Common common = new Common();

        @Option(names = "--until", paramLabel = "DATE", description = "The last day of rest; without it a rest ends.")
        private String until = "";

        @Override
        public Integer call() {
            if (!until.isEmpty() && !until.matches("\\d{4}-\\d{2}-\\d{2}")) {
                throw new Stop(Stop.USAGE, "Write the day like " + LocalDate.EPOCH + ".");
            }
            return common.show(common.post(common.client(), "/calendar/rest", Map.of("until", until)), ignored -> until.isEmpty() ? "You rest no longer.\n"
                    : "You rest until " + until + ".\n");
        }
    }
}
