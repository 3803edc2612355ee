package weft.rounds.model;

import java.util.List;

/** What has to be brought or fetched. */
public sealed interface Job {
    /** How much is moved. */
    Load load();

    /** What it asks of the driver. */
    Terms terms();

    /** Its one or two stops, in the order in which they have to be called at. */
    List<Stop> stops();

    /** The name of the stop at which the job ends. */
    default String name() {
        return stops().getLast().name();
    }

    /** From one stop to another, by the same driver, in this order. */
    record Pair(Stop pickUp, Stop delivery, Load load, Terms terms) implements Job {
        @Override
        public List<Stop> stops() {
            return List.of(pickUp, delivery);
        }
    }

    /** From the driver's start to a stop: the load is on board from the start on. */
    record Delivery(Stop stop, Load load, Terms terms) implements Job {
        @Override
        public List<Stop> stops() {
            return List.of(stop);
        }
    }

    /** From a stop to the driver's end: the load stays on board to the end. */
    record PickUp(Stop stop, Load load, Terms terms) implements Job {
        @Override
        public List<Stop> stops() {
            return List.of(stop);
        }
    }
}
