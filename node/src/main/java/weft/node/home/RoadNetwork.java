package weft.node.home;

import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import weft.rounds.model.Distances;
import weft.rounds.model.StraightLine;

/**
 * A port: distances along roads, from an OpenStreetMap extract that the person supplies. What reads it is a module of its own, because it
 * is large; the launcher adds it where {@code WEFT_ROADS} names a file.
 */
public interface RoadNetwork {
    /** The variable of the environment that names the extract. */
    String VARIABLE = "WEFT_ROADS";

    /**
     * Opens an extract ({@code .osm.pbf}, {@code .osm}); the first time that takes long, and what was worked out is kept beside it.
     *
     * @throws IllegalArgumentException with a sentence that says what is wrong with the file
     */
    Distances open(Path extract);

    /** Distances along roads where the person supplied an extract, else straight lines with detours. */
    static Distances usual() {
        Optional<String> extract = Optional.ofNullable(System.getenv(VARIABLE)).filter(name -> !name.isBlank());
        return extract.isEmpty() ? new StraightLine() : ServiceLoader.load(RoadNetwork.class).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(VARIABLE + " is set, but the module that reads road networks is not here: start with ./weft."))
                .open(Path.of(extract.get()));
    }
}
