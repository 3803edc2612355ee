package weft.core.calendar;

import java.time.LocalDate;
import java.util.List;
import weft.primitives.Primitives;
import weft.wire.json.Checked;
import weft.wire.json.Json;

/** How the vectors of {@code spec/hours.md} are run. */
public final class HoursFormat {
    private HoursFormat() {}

    /** Reads, writes, and looks at some days. */
    public static String hours(Primitives p, Json.Obj vector) {
        return switch (OpeningHours.read(vector.text("text").orElseThrow())) {
            case Checked.Bad<OpeningHours>(var fault, String detail) -> fault.code();
            case Checked.Good<OpeningHours>(OpeningHours hours) -> read(hours, vector);
        };
    }

    private static String read(OpeningHours hours, Json.Obj vector) {
        String reads = vector.text("reads").orElse("");
        if (!hours.text().equals(reads)) {
            return "written as " + hours.text();
        }
        if (!OpeningHours.read(reads).equals(Checked.good(hours))) {
            return "its one form reads otherwise";
        }
        LocalDate date = Dates.parse(vector.text("from").orElseThrow()).orElseThrow();
        List<Json> days = vector.get("open").orElseThrow() instanceof Json.Arr(List<Json> items) ? items : List.of();
        for (int i = 0; i < days.size(); i++) {
            Json told = Json.array(hours.on(date.plusDays(i)).stream()
                    .map(span -> Json.array(List.of(Json.of((long) span.from()), Json.of((long) span.to())))).toList());
            if (!told.write().equals(days.get(i).write())) {
                return "on " + date.plusDays(i) + " open " + told.write();
            }
        }
        return "ok";
    }
}
