package weft.node.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import weft.node.home.RoadNetwork;
import weft.node.shell.NodeShell;
import weft.pages.Means;
import weft.pages.Request;
import weft.pages.Response;
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
    /** How long a plan is looked for. On a day of a hundred households nine seconds more gain some per cent; people wait for this page. */
    private static final double SECONDS = 1.5;

    private static final Logger LOG = Logger.getLogger("weft.node");

    private final Map<Bytes, RoundDay> days = new ConcurrentHashMap<>();
    private final Supplier<Distances> distances = new Once();

    /** Answers a request for a circle's rounds; nothing where the path is another. */
    Optional<Response> answer(Request request, NodeShell shell, Means means) {
        return RoundPages.circle(request.path()).map(circle -> {
            forgetBefore(LocalDate.ofInstant(Instant.ofEpochSecond(shell.now()), ZoneId.systemDefault()));
            Optional<RoundDay> held = Optional.ofNullable(days.get(circle));
            return perform(circle, Desk.wait(shell.look(views -> RoundPages.reply(request, views, means, held))));
        });
    }

    /** Drops what is of an earlier day. */
    void forgetBefore(LocalDate today) {
        days.values().removeIf(day -> day.date().isBefore(today));
    }

    /** Drops everything. */
    void forget() {
        days.clear();
    }

    /** Does what the pages ask for. */
    private Response perform(Bytes circle, RoundReply reply) {
        return switch (reply) {
            case RoundReply.Show(Response response) -> response;
            case RoundReply.Keep keep -> {
                RoundDay day = keep.day();
                RoundDay kept = keep.plan() ? new RoundDay(day.date(), planned(day.day()), day.before()) : day;
                days.put(circle, kept);
                forgetAfter(day.date());
                yield keep.then().apply(kept);
            }
            case RoundReply.Forget(Response response) -> {
                days.remove(circle);
                yield response;
            }
        };
    }

    private Workday planned(Workday day) {
        return day.by(distances.get()).planned(Limit.seconds(SECONDS, RoundDesk::ticker), 1);
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
        CompletableFuture.runAsync(() -> forgetBefore(next), CompletableFuture.delayedExecutor(Math.max(1, wait), TimeUnit.SECONDS));
    }

    private static double ticker() {
        return System.nanoTime() / 1e9;
    }
}
