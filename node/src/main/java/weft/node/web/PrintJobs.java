package weft.node.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import weft.node.home.FontFolders;
import weft.practice.Practice;
import weft.press.Booklets;
import weft.press.Fonts;
import weft.press.PrintStop;
import weft.press.Progress;
import weft.press.Wish;
import weft.primitives.Bytes;
import weft.primitives.Entropy;

/** PDFs that are being made, each on a thread of its own, and for a while those that are done; in memory alone, a few at a time. */
final class PrintJobs {
    private static final int MOST = 4;
    private static final long NANOSECONDS = 600_000_000_000L;

    private final Entropy entropy;
    private final Map<String, Job> jobs = new LinkedHashMap<>();

    PrintJobs(Entropy entropy) {
        this.entropy = entropy;
    }

    /** What became of one. */
    sealed interface Made {
        /** The PDF. */
        record Pdf(Bytes content) implements Made {}

        /** It can't be made so. */
        record Stopped(PrintStop why) implements Made {}
    }

    /** How far it has come. */
    record Where(Progress.Stage stage, int done, int of) {}

    /** A PDF that is asked for. */
    static final class Job {
        private final String name;
        private final String language;
        private final long since = System.nanoTime();
        private final CompletableFuture<Made> made = new CompletableFuture<>();
        private volatile Where where = new Where(Progress.Stage.LAYOUT, 0, 0);

        private Job(String name, String language) {
            this.name = name;
            this.language = language;
        }

        String name() {
            return name;
        }

        /** The language of the text. */
        String language() {
            return language;
        }

        Where where() {
            return where;
        }

        /** What became of it, where it is done within a time. */
        Optional<Made> within(long milliseconds) throws IOException {
            try {
                return Optional.of(made.get(milliseconds, TimeUnit.MILLISECONDS));
            } catch (TimeoutException e) {
                return Optional.empty();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            } catch (ExecutionException e) {
                throw new IOException("printing broke off", e.getCause());
            }
        }

        private void run(Practice practice, Wish wish) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
                Booklets.print(practice, wish, new Fonts(new FontFolders(Optional.empty())::find), address -> Optional.empty(), out,
                        (stage, done, of) -> where = new Where(stage, done, of));
                made.complete(new Made.Pdf(Bytes.wrap(out.toByteArray())));
            } catch (PrintStop e) {
                made.complete(new Made.Stopped(e));
            } catch (IOException | RuntimeException | Error e) {
                made.completeExceptionally(e);
            }
        }
    }

    /** Begins one; nothing while as many as there may be are under way. */
    synchronized Optional<Job> begin(Practice practice, Wish wish) {
        tidy();
        if (jobs.size() >= MOST) {
            return Optional.empty();
        }
        Job job = new Job(entropy.next(16).hex(), practice.front().language());
        jobs.put(job.name(), job);
        Thread.ofPlatform().daemon().name("weft-print").start(() -> job.run(practice, wish));
        return Optional.of(job);
    }

    /** One that was begun a short while ago. */
    synchronized Optional<Job> find(String name) {
        tidy();
        return Optional.ofNullable(jobs.get(name));
    }

    /** What is old goes, and of what is done the oldest where room is needed. */
    private void tidy() {
        long now = System.nanoTime();
        jobs.values().removeIf(job -> job.made.isDone() && now - job.since > NANOSECONDS);
        Iterator<Job> all = jobs.values().iterator();
        while (jobs.size() >= MOST && all.hasNext()) {
            if (all.next().made.isDone()) {
                all.remove();
            }
        }
    }
}
