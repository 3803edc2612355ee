package weft.bench;

import com.google.ortools.Loader;
import com.google.ortools.constraintsolver.Assignment;
import com.google.ortools.constraintsolver.FirstSolutionStrategy;
import com.google.ortools.constraintsolver.LocalSearchMetaheuristic;
import com.google.ortools.constraintsolver.RoutingDimension;
import com.google.ortools.constraintsolver.RoutingIndexManager;
import com.google.ortools.constraintsolver.RoutingModel;
import com.google.ortools.constraintsolver.RoutingSearchParameters;
import com.google.ortools.constraintsolver.main;
import com.google.protobuf.Duration;
import java.util.ArrayList;
import java.util.List;
import weft.rounds.model.Driver;
import weft.rounds.model.Job;
import weft.rounds.model.Legs;
import weft.rounds.model.Problem;
import weft.rounds.model.Stop;

/** OR-Tools' routing library with guided local search; distances times 1,000, rounded up, since it counts in whole numbers. */
final class OrToolsPeer implements RoundsBench.Peer {
    private static final double FINE = 1_000;
    private static final long VEHICLE = 10_000_000;

    @Override
    public RoundsBench.Result solve(Problem problem, double seconds) {
        Loader.loadNativeLibraries();
        long start = System.nanoTime();
        Driver driver = problem.drivers().getFirst();
        Legs legs = problem.legs().values().iterator().next();
        int places = problem.places().size();
        int vehicles = problem.drivers().size();
        Stop[] stops = new Stop[places];
        long[] loads = new long[places];
        for (Job job : problem.jobs()) {
            long load = job.load().amounts().getFirst().longValue();
            for (Stop stop : job.stops()) {
                stops[stop.place()] = stop;
                loads[stop.place()] = job instanceof Job.Pair pair && pair.delivery().equals(stop) ? -load : load;
            }
        }
        RoutingIndexManager manager = new RoutingIndexManager(places, vehicles, 0);
        RoutingModel model = new RoutingModel(manager);
        int way = model.registerTransitCallback((a, b) -> whole(legs.metres(manager.indexToNode(a), manager.indexToNode(b))));
        int time = model.registerTransitCallback((a, b) -> {
            Stop from = stops[manager.indexToNode(a)];
            return whole(legs.seconds(manager.indexToNode(a), manager.indexToNode(b)) + (from == null ? 0 : from.service()));
        });
        model.setArcCostEvaluatorOfAllVehicles(way);
        model.setFixedCostOfAllVehicles(VEHICLE);
        long end = (long) (driver.hours().until() * FINE);
        model.addDimension(time, end, end, false, "time");
        int load = model.registerUnaryTransitCallback(a -> loads[manager.indexToNode(a)]);
        model.addDimension(load, 0, driver.capacity().amounts().getFirst().longValue(), true, "load");
        constrain(problem, manager, model);
        RoutingSearchParameters parameters = main.defaultRoutingSearchParameters().toBuilder()
                .setFirstSolutionStrategy(FirstSolutionStrategy.Value.PARALLEL_CHEAPEST_INSERTION)
                .setLocalSearchMetaheuristic(LocalSearchMetaheuristic.Value.GUIDED_LOCAL_SEARCH)
                .setTimeLimit(Duration.newBuilder().setSeconds((long) seconds)).build();
        Assignment best = model.solveWithParameters(parameters);
        List<List<Integer>> routes = new ArrayList<>();
        for (int v = 0; best != null && v < vehicles; v++) {
            List<Integer> route = new ArrayList<>();
            for (long i = best.value(model.nextVar(model.start(v))); !model.isEnd(i); i = best.value(model.nextVar(i))) {
                route.add(manager.indexToNode(i));
            }
            if (!route.isEmpty()) {
                routes.add(route);
            }
        }
        return new RoundsBench.Result(routes, (System.nanoTime() - start) / 1e9);
    }

    private static void constrain(Problem problem, RoutingIndexManager manager, RoutingModel model) {
        RoutingDimension time = model.getMutableDimension("time");
        for (Job job : problem.jobs()) {
            for (Stop stop : job.stops()) {
                time.cumulVar(manager.nodeToIndex(stop.place())).setRange((long) Math.ceil(stop.window().from() * FINE), (long) (stop.window().until() * FINE));
            }
            if (job instanceof Job.Pair pair) {
                long pick = manager.nodeToIndex(pair.pickUp().place());
                long drop = manager.nodeToIndex(pair.delivery().place());
                model.addPickupAndDelivery(pick, drop);
                model.solver().addConstraint(model.solver().makeEquality(model.vehicleVar(pick), model.vehicleVar(drop)));
                model.solver().addConstraint(model.solver().makeLessOrEqual(time.cumulVar(pick), time.cumulVar(drop)));
            }
        }
    }

    private static long whole(double value) {
        return (long) Math.ceil(value * FINE - 1e-6);
    }
}
