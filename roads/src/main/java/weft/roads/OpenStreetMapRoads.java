package weft.roads;

import com.graphhopper.GHRequest;
import com.graphhopper.GHResponse;
import com.graphhopper.GraphHopper;
import com.graphhopper.ResponsePath;
import com.graphhopper.config.CHProfile;
import com.graphhopper.config.Profile;
import com.graphhopper.util.GHUtility;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import weft.node.home.RoadNetwork;
import weft.rounds.model.Distances;
import weft.rounds.model.Legs;
import weft.rounds.model.Means;
import weft.rounds.model.NoWay;
import weft.rounds.model.Place;

/** Reads an extract and finds the quickest ways in it. What was worked out of an extract is kept in a folder beside it. */
public final class OpenStreetMapRoads implements RoadNetwork {
    private static final List<String> MEANS = List.of("car", "bike", "foot");
    private static final String VALUES = "car_access, car_average_speed, bike_access, bike_average_speed, bike_priority, roundabout, mtb_rating, hike_rating, "
            + "foot_access, foot_average_speed, foot_priority";

    /** Nothing to set. */
    public OpenStreetMapRoads() {}

    @Override
    public Distances open(Path extract) {
        if (!Files.isReadable(extract) || Files.isDirectory(extract)) {
            throw new IllegalArgumentException(extract + " can't be read: " + VARIABLE + " has to name an OpenStreetMap extract, such as city.osm.pbf.");
        }
        GraphHopper roads = new GraphHopper();
        roads.setOSMFile(extract.toString());
        roads.setGraphHopperLocation(extract + ".roads");
        roads.setEncodedValuesString(VALUES);
        List<Profile> profiles = new ArrayList<>();
        List<CHProfile> quick = new ArrayList<>();
        for (String means : MEANS) {
            profiles.add(new Profile(means).setCustomModel(GHUtility.loadCustomModelFromJar(means + ".json")));
            quick.add(new CHProfile(means));
        }
        roads.setProfiles(profiles);
        roads.getCHPreparationHandler().setCHProfiles(quick);
        roads.setMinNetworkSize(20);
        try {
            roads.importOrLoad();
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(extract + " could not be read as an OpenStreetMap extract. If it is one, delete the folder " + extract
                    + ".roads and try again.", e);
        }
        return new Network(roads);
    }

    /** The ways of one extract; each pair of places is asked for once. */
    private static final class Network implements Distances {
        private record Pair(Means means, Place from, Place to) {}

        private record Way(double metres, double seconds) {}

        private final GraphHopper roads;
        private final Map<Pair, Way> known = new HashMap<>();

        Network(GraphHopper roads) {
            this.roads = roads;
        }

        @Override
        public synchronized Legs legs(List<Place> places, Means means) {
            int n = places.size();
            return Legs.of(n, i -> way(places.get(i / n), places.get(i % n), means).metres(), i -> way(places.get(i / n), places.get(i % n), means).seconds());
        }

        private Way way(Place from, Place to, Means means) {
            if (from.equals(to)) {
                return new Way(0, 0);
            }
            return known.computeIfAbsent(new Pair(means, from, to), this::find);
        }

        private Way find(Pair pair) {
            GHRequest request = new GHRequest(pair.from().y(), pair.from().x(), pair.to().y(), pair.to().x()).setProfile(pair.means().name());
            request.getHints().putObject("instructions", false).putObject("calc_points", false);
            GHResponse response = roads.route(request);
            if (response.hasErrors()) {
                throw new NoWay(pair.from().name(), pair.to().name(), pair.means().name());
            }
            ResponsePath path = response.getBest();
            return new Way(path.getDistance(), path.getTime() / 1000.0 * pace(pair.means()));
        }

        /** A driver with a speed of their own is as much quicker or slower on every road. */
        private static double pace(Means means) {
            Means usual = switch (means.name()) {
                case "bike" -> Means.BIKE;
                case "foot" -> Means.FOOT;
                default -> Means.CAR;
            };
            return usual.metresPerSecond() / means.metresPerSecond();
        }
    }
}
