package weft.node.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import weft.node.home.RoadNetwork;
import weft.node.shell.NodeShell;
import weft.pages.Means;
import weft.pages.Request;
import weft.pages.Response;
import weft.pages.RoundBusy;
import weft.pages.RoundDay;
import weft.pages.RoundPages;
import weft.pages.RoundReply;
import weft.primitives.Bytes;
import weft.rounds.day.Workday;
import weft.rounds.model.Distances;
import weft.rounds.model.Limit;
import weft.rounds.model.StraightLine;

/**
 * Holds the rounds of each circle while their day lasts, in memory alone, and plans them here. What is held is dropped when its day has
 * passed, when the person forgets it, when the vault is shut and when the program stops.
 */
final class RoundDesk {
    /** How long a plan is looked for, and how much longer for each stop: people wait for it, and can take the best so far at any moment. */
    private static final double SECONDS = 1;

    private static final double SECONDS_A_STOP = 0.01;

    private static final Logger LOG = Logger.getLogger("weft.node");

    /** How long a page is waited for before it says how far the planning is. */
    private static final long PATIENCE_MILLIS = 2_500;

    private final Map<Bytes, RoundDay> days = new ConcurrentHashMap<>();
    private final Map<Bytes, Planning> plannings = new ConcurrentHashMap<>();
    private final Supplier<Distances> distances = new Once();

    /** A day that is being planned on a thread of its own. */
    private static final class Planning {
        final CompletableFuture<Response> answer = new CompletableFuture<>();
        volatile RoundBusy busy = RoundBusy.BEGUN;
        volatile boolean enough;
    }

    /** Answers a request for a circle's rounds; nothing where the path is another. */
    Optional<Response> answer(Request request, NodeShell shell, Means means) {
        return RoundPages.circle(request.path()).map(circle -> {
            forgetBefore(LocalDate.ofInstant(Instant.ofEpochSecond(shell.now()), ZoneId.systemDefault()));
            Optional<Planning> planning = Optional.ofNullable(plannings.get(circle));
            if (planning.isPresent() && planning.get().answer.isDone() && request.method().equals("GET")) {
                // Nobody waited for what came of it: where that was a fault, it is said now.
                plannings.remove(circle, planning.get());
                Response answer = planning.get().answer.join();
                if (answer.status() >= 400) {
                    return answer;
                }
            }
            Optional<RoundBusy> busy = planning.filter(one -> !one.answer.isDone()).map(one -> one.busy);
            Optional<RoundDay> held = Optional.ofNullable(days.get(circle));
            return perform(circle, Desk.wait(shell.look(views -> RoundPages.reply(request, views, means, held, busy))));
        });
    }

    /** Drops what is of an earlier day. */
    void forgetBefore(LocalDate today) {
        days.values().removeIf(day -> day.date().isBefore(today));
    }

    /** Drops everything. */
    void forget() {
        plannings.values().forEach(planning -> planning.enough = true);
        plannings.clear();
        days.clear();
    }

    /** Does what the pages ask for. */
    private Response perform(Bytes circle, RoundReply reply) {
        return switch (reply) {
            case RoundReply.Show(Response response) -> response;
            case RoundReply.Keep keep when keep.plan() -> plan(circle, keep);
            case RoundReply.Keep keep -> {
                keep(circle, keep.day());
                yield keep.then().apply(keep.day());
            }
            case RoundReply.Enough(Response response) -> {
                Optional<Planning> planning = Optional.ofNullable(plannings.get(circle));
                planning.ifPresent(one -> one.enough = true);
                yield planning.map(one -> soon(circle, one, response)).orElse(response);
            }
            case RoundReply.Forget(Response response) -> {
                Optional.ofNullable(plannings.remove(circle)).ifPresent(planning -> planning.enough = true);
                days.remove(circle);
                yield response;
            }
        };
    }

    private void keep(Bytes circle, RoundDay day) {
        days.put(circle, day);
        forgetAfter(day.date());
    }

    /** Begins to plan; what comes of it if it is there soon, else the way to the page that says how far it is. */
    private Response plan(Bytes circle, RoundReply.Keep keep) {
        Planning planning = new Planning();
        plannings.put(circle, planning);
        Thread.ofPlatform().daemon().name("rounds").start(() -> {
            try {
                planning.answer.complete(planned(circle, keep, planning));
            } catch (RuntimeException | OutOfMemoryError e) {
                planning.answer.completeExceptionally(e);
                plannings.remove(circle, planning);
            }
        });
        return soon(circle, planning, RoundPages.way(circle));
    }

    private Response soon(Bytes circle, Planning planning, Response otherwise) {
        try {
            Response answer = planning.answer.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            plannings.remove(circle, planning);
            return answer;
        } catch (TimeoutException e) {
            return otherwise;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return otherwise;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the planning failed", e.getCause());
        }
    }

    private Response planned(Bytes circle, RoundReply.Keep keep, Planning planning) {
        Workday.Read read = keep.day().day().by(distances.get());
        if (read.day().isEmpty()) {
            return keep.otherwise().apply(read.faults());
        }
        Workday day = read.day().get();
        double seconds = SECONDS + day.problem().jobs().size() * SECONDS_A_STOP;
        Workday fresh = day.planned(new Limit(seconds, Long.MAX_VALUE, RoundDesk::ticker, () -> planning.enough), 1,
                progress -> planning.busy = new RoundBusy(progress.share(), progress.rounds(), progress.left()));
        RoundDay kept = new RoundDay(keep.day().date(), fresh, keep.day().before());
        if (plannings.get(circle) == planning) {
            keep(circle, kept);
        }
        return keep.then().apply(kept);
    }

    /** Opened when first needed: along roads where the person supplied an extract, and where not, or where it can't be used, straight. */
    private static Distances open() {
        try {
            return RoadNetwork.usual();
        } catch (IllegalArgumentException e) {
            LOG.warning(String.valueOf(e.getMessage()));
            return new StraightLine();
        }
    }

    /** Reads a road network once, when the first day is planned. */
    private static final class Once implements Supplier<Distances> {
        private @Nullable Distances opened;

        @Override
        public synchronized Distances get() {
            Distances there = opened != null ? opened : open();
            opened = there;
            return there;
        }
    }

    private void forgetAfter(LocalDate date) {
        LocalDate next = date.plusDays(1);
        long wait = Duration.between(Instant.now(), next.atStartOfDay(ZoneId.systemDefault()).toInstant()).toSeconds() + 1;
        CompletableFuture.delayedExecutor(Math.max(1, wait), TimeUnit.SECONDS).execute(() -> forgetBefore(next));
    }

    private static double ticker() {
        return System.nanoTime() / 1e9;
    }
}
