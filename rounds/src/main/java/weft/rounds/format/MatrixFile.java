package weft.rounds.format;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import weft.rounds.model.Distances;
import weft.rounds.model.Legs;
import weft.rounds.model.Means;
import weft.rounds.model.NoWay;
import weft.rounds.model.Place;

/**
 * Distances from a table that somebody measured: a row for each pair of places and means, with metres and seconds.
 *
 * <p>Columns: from, to, means, metres, seconds, with any one of tab, semicolon and comma between them (where it is a comma, decimals have
 * a point). A pair that is only there in the other direction is taken both ways.
 */
public final class MatrixFile implements Distances {
    private record Key(String from, String to, String means) {}

    private record Leg(double metres, double seconds) {}

    private final Map<Key, Leg> legs = new HashMap<>();

    /**
     * Reads the table.
     *
     * @throws FormatException with the row and what is wrong with it
     */
    public MatrixFile(String text) {
        String[] lines = text.split("\n", -1);
        String head = lines[0].strip();
        String between = head.contains("\t") ? "\t" : head.contains(";") ? ";" : ",";
        if (!List.of(head.split(between, -1)).stream().map(String::strip).toList().equals(List.of("from", "to", "means", "metres", "seconds"))) {
            throw new FormatException(1, "the columns have to be from, to, means, metres, seconds");
        }
        for (int i = 1; i < lines.length; i++) {
            if (lines[i].isBlank()) {
                continue;
            }
            String[] words = lines[i].strip().split(between, -1);
            if (words.length != 5) {
                throw new FormatException(i + 1, "a row has 5 columns, this one has " + words.length);
            }
            Key key = new Key(words[0].strip(), words[1].strip(), words[2].strip());
            if (legs.put(key, new Leg(Cells.decimal(i + 1, "metres", words[3]), Cells.decimal(i + 1, "seconds", words[4]))) != null) {
                throw new FormatException(i + 1, "the way from " + key.from() + " to " + key.to() + " by " + key.means() + " is there twice");
            }
        }
    }

    @Override
    public Legs legs(List<Place> places, Means means) {
        int n = places.size();
        return Legs.of(
                n,
                i -> i / n == i % n ? 0 : leg(places.get(i / n), places.get(i % n), means).metres(),
                i -> i / n == i % n ? 0 : leg(places.get(i / n), places.get(i % n), means).seconds());
    }

    private Leg leg(Place from, Place to, Means means) {
        Leg leg = legs.get(new Key(from.name(), to.name(), means.name()));
        if (leg == null) {
            leg = legs.get(new Key(to.name(), from.name(), means.name()));
        }
        if (leg == null) {
            throw new NoWay(from.name(), to.name(), means.name());
        }
        return leg;
    }
}
