package weft.rounds.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A day to be planned.
 *
 * @param places all places, with different names
 * @param measures the names of the measures of capacity, such as "crates"
 * @param jobs what has to be moved
 * @param drivers who moves it
 * @param orders stops locked in order
 * @param legs the distances, for each means that a driver uses
 * @param lateness how many seconds late a stop may be served before it is rather left over; 0 where windows are strict
 */
public record Problem(
        List<Place> places, List<String> measures, List<Job> jobs, List<Driver> drivers, List<Order> orders, Map<Means, Legs> legs, double lateness) {
    /** The most stops a day can have: the tables of distances grow with the square. */
    public static final int MOST_STOPS = 3_000;

    /** Refuses what no search could make sense of, with the name of the stop or driver in the message. */
    public Problem {
        places = List.copyOf(places);
        measures = List.copyOf(measures);
        jobs = List.copyOf(jobs);
        drivers = List.copyOf(drivers);
        orders = List.copyOf(orders);
        legs = Map.copyOf(legs);
        checkDrivers(drivers, places.size(), measures.size(), legs);
        Map<String, Integer> stops = checkJobs(jobs, drivers, places.size(), measures.size());
        for (Order order : orders) {
            require(drivers.stream().anyMatch(d -> d.name().equals(order.driver())), "an order names the driver " + order.driver() + ", who is not there");
            for (String stop : order.stops()) {
                require(stops.containsKey(stop), "the order of " + order.driver() + " names the stop " + stop + ", which is not there");
            }
        }
        require(lateness >= 0, "the lateness allowed must be 0 or more");
    }

    /** Asks a port for the tables that these drivers need. */
    public static Map<Means, Legs> legs(Distances distances, List<Place> places, List<Driver> drivers) {
        return distances.legs(places, drivers.stream().map(Driver::means).collect(Collectors.toSet()));
    }

    private static void checkDrivers(List<Driver> drivers, int places, int measures, Map<Means, Legs> legs) {
        Set<String> names = new HashSet<>();
        for (Driver driver : drivers) {
            require(names.add(driver.name()), "two drivers are called " + driver.name());
            require(driver.start() >= 0 && driver.start() < places, "driver " + driver.name() + " starts at a place that is not there");
            require(driver.end().isEmpty() || driver.end().getAsInt() >= 0 && driver.end().getAsInt() < places,
                    "driver " + driver.name() + " ends at a place that is not there");
            require(driver.capacity().amounts().size() == measures, "driver " + driver.name() + " needs a capacity for each of the " + measures + " measures");
            Legs table = legs.get(driver.means());
            require(table != null && table.places() == places, "no distances for " + driver.means().name() + ", by which " + driver.name() + " goes");
        }
    }

    private static Map<String, Integer> checkJobs(List<Job> jobs, List<Driver> drivers, int places, int measures) {
        Map<String, Integer> stops = new HashMap<>();
        Set<String> names = new HashSet<>();
        drivers.forEach(d -> names.add(d.name()));
        for (int i = 0; i < jobs.size(); i++) {
            Job job = jobs.get(i);
            require(job.load().amounts().size() == measures, "stop " + job.name() + " needs an amount for each of the " + measures + " measures");
            String locked = job.terms().driver().orElse(null);
            require(locked == null || names.contains(locked), "stop " + job.name() + " is locked to " + locked + ", who is not among the drivers");
            for (Stop stop : job.stops()) {
                require(stops.put(stop.name(), i) == null, "two stops are called " + stop.name());
                require(stop.place() >= 0 && stop.place() < places, "stop " + stop.name() + " is at a place that is not there");
            }
        }
        require(stops.size() <= MOST_STOPS, "a day can have at most " + MOST_STOPS + " stops, these are " + stops.size() + ": plan it in parts");
        return stops;
    }

    private static void require(boolean held, String otherwise) {
        if (!held) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
