package weft.bench;

import com.graphhopper.jsprit.core.algorithm.VehicleRoutingAlgorithm;
import com.graphhopper.jsprit.core.algorithm.box.Jsprit;
import com.graphhopper.jsprit.core.problem.Location;
import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem;
import com.graphhopper.jsprit.core.problem.job.Delivery;
import com.graphhopper.jsprit.core.problem.job.Shipment;
import com.graphhopper.jsprit.core.problem.solution.VehicleRoutingProblemSolution;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TimeWindow;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TourActivity;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleImpl;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleTypeImpl;
import com.graphhopper.jsprit.core.util.Solutions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import weft.rounds.model.Driver;
import weft.rounds.model.Job;
import weft.rounds.model.Place;
import weft.rounds.model.Problem;
import weft.rounds.model.Stop;

/** jsprit on one thread with its own defaults; vehicles cost much, so that it tries to use few. */
final class JspritPeer implements RoundsBench.Peer {
    /** Loads are whole numbers in these instances. */
    private static final double VEHICLE = 10_000;

    private final DoubleSupplier ticker;

    /** @param ticker tells the seconds that count, on the thread that solves */
    JspritPeer(DoubleSupplier ticker) {
        this.ticker = ticker;
    }

    @Override
    public RoundsBench.Result solve(Problem problem, double seconds) {
        long start = System.nanoTime();
        Driver driver = problem.drivers().getFirst();
        VehicleTypeImpl type = VehicleTypeImpl.Builder.newInstance("vehicle").addCapacityDimension(0, driver.capacity().amounts().getFirst().intValue())
                .setCostPerDistance(1).setFixedCost(VEHICLE).build();
        VehicleRoutingProblem.Builder builder = VehicleRoutingProblem.Builder.newInstance().setFleetSize(VehicleRoutingProblem.FleetSize.INFINITE);
        builder.addVehicle(VehicleImpl.Builder.newInstance("v").setType(type).setStartLocation(at(problem, driver.start()))
                .setEarliestStart(driver.hours().from()).setLatestArrival(driver.hours().until()).build());
        for (Job job : problem.jobs()) {
            int load = job.load().amounts().getFirst().intValue();
            switch (job) {
                case Job.Pair pair -> builder.addJob(Shipment.Builder.newInstance(pair.pickUp().name() + "," + pair.delivery().name())
                        .addSizeDimension(0, load).setPickupLocation(at(problem, pair.pickUp().place())).setPickupServiceTime(pair.pickUp().service())
                        .addPickupTimeWindow(window(pair.pickUp())).setDeliveryLocation(at(problem, pair.delivery().place()))
                        .setDeliveryServiceTime(pair.delivery().service()).addDeliveryTimeWindow(window(pair.delivery())).build());
                case Job.Delivery one -> builder.addJob(Delivery.Builder.newInstance(one.stop().name()).addSizeDimension(0, load)
                        .setLocation(at(problem, one.stop().place())).setServiceTime(one.stop().service()).addTimeWindow(window(one.stop())).build());
                case Job.PickUp one -> throw new IllegalArgumentException("no plain pick-ups in these formats: " + one.name());
            }
        }
        VehicleRoutingAlgorithm algorithm = Jsprit.Builder.newInstance(builder.build()).setProperty(Jsprit.Parameter.THREADS, "1")
                .setProperty(Jsprit.Parameter.ITERATIONS, Integer.toString(Integer.MAX_VALUE)).buildAlgorithm();
        double began = ticker.getAsDouble();
        algorithm.setPrematureAlgorithmTermination(found -> ticker.getAsDouble() - began > seconds);
        VehicleRoutingProblemSolution best = Solutions.bestOf(algorithm.searchSolutions());
        List<List<Integer>> routes = new ArrayList<>();
        best.getRoutes().forEach(route -> routes.add(route.getActivities().stream().map(JspritPeer::number).toList()));
        return new RoundsBench.Result(routes, (System.nanoTime() - start) / 1e9);
    }

    private static int number(TourActivity activity) {
        return Integer.parseInt(activity.getLocation().getId());
    }

    private static TimeWindow window(Stop stop) {
        return TimeWindow.newInstance(stop.window().from(), stop.window().until());
    }

    private static Location at(Problem problem, int place) {
        Place where = problem.places().get(place);
        return Location.Builder.newInstance().setId(where.name())
                .setCoordinate(com.graphhopper.jsprit.core.util.Coordinate.newInstance(where.x(), where.y())).build();
    }
}
