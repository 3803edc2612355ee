package weft.sim.check;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import weft.core.entry.Joining;
import weft.core.view.CalendarQuery;
import weft.core.view.CatalogueView;
import weft.core.view.DoingView;
import weft.core.view.OccurrenceCard;
import weft.core.view.PartView;
import weft.core.view.PracticeCard;
import weft.core.view.PracticeView;
import weft.core.view.ThingCard;
import weft.core.view.ThingView;
import weft.core.view.Views;
import weft.sim.world.Planted;
import weft.sim.world.SimNode;
import weft.sim.world.World;

/** Looks at what nodes show of doings, things and practices, and holds it against the diary. */
final class Commons {
    private static final long DAY = 86_400L;

    private final World world;
    private final Diary diary;
    /** By node: what it showed with which last day, for what must not vanish before. */
    private final Map<Integer, Map<String, Diary.Shown>> shown = new LinkedHashMap<>();

    Commons(World world, Diary diary) {
        this.world = world;
        this.diary = diary;
    }

    private void wrong(String rule, SimNode node, String what) {
        world.violation(rule, "node " + node.number() + ": " + what);
    }

    private static long day(LocalDate date) {
        return date.toEpochDay();
    }

    // --- now and then ---------------------------------------------------------------------------------------------------------

    void look(SimNode node, Views views) {
        Map<String, Diary.Shown> now = new LinkedHashMap<>();
        views.circles().forEach(card -> {
            Optional<Ring> ring = diary.findRing(card.address());
            ring.ifPresent(one -> {
                things(node, views, one, now);
                practices(node, views, one, now);
                doings(node, views, one, now);
            });
        });
        Map<String, Diary.Shown> before = shown.computeIfAbsent(node.number(), _ -> new LinkedHashMap<>());
        before.forEach((key, one) -> {
            boolean over = node.watch().peak() >= (one.lastDay() + diary.grace(one.circle()) + 1) * DAY;
            boolean waitsForHands = node.envelopeTurned() && diary.ring(one.circle()).byHand;
            if (!now.containsKey(key) && views.knows(one.circle()) && !over && !waitsForHands && !key.startsWith("k")) {
                wrong("destroyed early", node, key + " was to stay until " + one.lastDay());
            }
        });
        before.clear();
        before.putAll(now);
    }

    private void things(SimNode node, Views views, Ring ring, Map<String, Diary.Shown> now) {
        for (ThingCard card : views.catalogue(ring.address, Optional.empty(), Optional.empty()).map(CatalogueView::things).orElse(List.of())) {
            Optional<Lent> thing = diary.findThing(ring.address, card.thing().title());
            if (thing.isEmpty()) {
                wrong("nobody wrote this", node, card.thing().title());
                continue;
            }
            ThingView view = views.thing(card.ref()).orElseThrow();
            now.put(card.thing().title() + ring.address.hex(), new Diary.Shown(ring.address, card.thing().title(), view.lastDay().startsAt() / DAY));
            if (view.here().size() > most(thing.get(), true) || view.asked().size() + view.line().size() > most(thing.get(), false)) {
                wrong("more ask for a thing than did", node, card.thing().title() + asks(view));
            }
            // An asking is sealed for the day after its last: with grace nothing of it is left two days later.
            long over = Math.floorDiv(node.seconds(), DAY) - ring.grace - 2;
            boolean late = view.here().stream().anyMatch(one -> one.asking().days().map(days -> day(days.to()) < over).orElse(false));
            if (late && !node.watch().doubting() && node.watch().peak() == node.seconds()) {
                wrong("who had a thing is shown after it is over", node, card.thing().title());
            }
        }
    }

    private static long most(Lent thing, boolean here) {
        return thing.wishes.stream().filter(wish -> wish.here == here).count();
    }

    private static String asks(ThingView view) {
        return " here " + view.here().size() + " asked " + view.asked().size() + " line " + view.line().size();
    }

    private void practices(SimNode node, Views views, Ring ring, Map<String, Diary.Shown> now) {
        for (PracticeCard card : views.practices(ring.address)) {
            if (diary.findPractice(ring.address, card.writing().title()).isEmpty()) {
                wrong("nobody wrote this", node, card.writing().title());
            }
            now.put(card.writing().title() + ring.address.hex(),
                    new Diary.Shown(ring.address, card.writing().title(), card.lastDay().startsAt() / DAY));
        }
    }

    private void doings(SimNode node, Views views, Ring ring, Map<String, Diary.Shown> now) {
        long today = Math.floorDiv(node.seconds(), DAY);
        for (OccurrenceCard card : calendar(node, views, ring, today, today + 5)) {
            Optional<Gathering> known = diary.findGathering(ring.address, card.doing().title());
            if (known.isEmpty() || !known.get().isOn(day(card.when().date()))) {
                wrong("nobody wrote this", node, card.doing().title() + " " + card.when().date());
                continue;
            }
            DoingView view = views.doing(card.ref(), Optional.of(card.when().date())).orElseThrow();
            now.put(known.get().token + ring.address.hex(), new Diary.Shown(ring.address, known.get().token, view.lastDay().startsAt() / DAY));
            for (PartView part : view.parts()) {
                most(node, ring, known.get(), day(card.when().date()), part);
            }
        }
        // What is over bears no names any more.
        for (OccurrenceCard card : calendar(node, views, ring, today - 4, today - 1)) {
            DoingView view = views.doing(card.ref(), Optional.of(card.when().date())).orElseThrow();
            if (card.when().end() <= node.seconds() && !view.parts().isEmpty() && view.shown().filter(card.when()::equals).isPresent()) {
                wrong("who came is shown after it is over", node, card.doing().title());
            }
        }
    }

    private static List<OccurrenceCard> calendar(SimNode node, Views views, Ring ring, long fromDay, long untilDay) {
        List<OccurrenceCard> all = views.calendar(new CalendarQuery(Optional.of(ring.address), fromDay * DAY, untilDay * DAY));
        return node.has(Planted.FOLDS_DIFFERENTLY) && !all.isEmpty() ? all.subList(1, all.size()) : all;
    }

    private static int number(Joining.Part part) {
        return switch (part) {
            case Joining.Part.Coming() -> 0;
            case Joining.Part.OfShift(int number) -> number;
            case Joining.Part.Bringing(int number) -> 1 + number;
        };
    }

    private void most(SimNode node, Ring ring, Gathering doing, long date, PartView part) {
        Set<Integer> most = doing.most(date, number(part.part()));
        // Whoever's clock ran ahead forgot that they are down for it already, and may say it again.
        boolean again = most.stream().anyMatch(who -> world.nodes().get(who).watch().peak() >= (date + ring.grace + 1) * DAY);
        if (part.coming().size() > most.size() && !again) {
            wrong("more come than said so", node, doing.token + " " + date + ": " + part.coming().size() + " of " + most);
        }
    }

    // --- at the end -----------------------------------------------------------------------------------------------------------

    void last(SimNode node, Ring ring, long calmSince, Map<String, String> told) {
        Views views = node.views().orElseThrow();
        lastDoings(node, views, ring, calmSince, told);
        lastThings(node, views, ring, calmSince, told);
        lastPractices(node, views, ring, calmSince, told);
    }

    private boolean reachable(int who, Ring ring) {
        return !world.nodes().get(who).lost() && ring.members.containsKey(who);
    }

    private void same(String rule, SimNode node, String key, String here, Map<String, String> told) {
        String before = told.putIfAbsent(key, here);
        if (before != null && !before.equals(here)) {
            wrong(rule, node, before + " / " + here);
        }
        if (!here.isEmpty()) {
            world.count(key + " compared");
        }
    }

    /** What takes place in the next days, and who comes. Whoever is down each time was put down when these days were ten days away. */
    private void lastDoings(SimNode node, Views views, Ring ring, long calmSince, Map<String, String> told) {
        long today = Math.floorDiv(world.time.now() / 1000, DAY);
        if (node.watch().peak() >= (today + 1 + ring.grace) * DAY) {
            return;
        }
        StringBuilder here = new StringBuilder();
        Set<String> there = new TreeSet<>();
        for (OccurrenceCard card : calendar(node, views, ring, today + 1, today + 5)) {
            String title = card.doing().title();
            long date = day(card.when().date());
            there.add(title + " " + date);
            Optional<Gathering> doing = diary.findGathering(ring.address, title);
            if (ring.byHand && doing.map(one -> one.taken(date)).orElse(false)) {
                // What ends a thread is forgotten with it: where only hands carry, some hear of the end and some do not.
                continue;
            }
            here.append(title).append(' ').append(date);
            for (PartView part : views.doing(card.ref(), Optional.of(card.when().date())).orElseThrow().parts()) {
                here.append(' ').append(part.coming().size());
                doing.ifPresent(one -> comings(node, ring, one, date, part, calmSince));
            }
            here.append('\n');
        }
        same("two calendars differ", node, "calendars", here.toString(), told);
        for (Gathering doing : diary.gatherings()) {
            boolean owed = doing.circle.equals(ring.address) && doing.sure && !doing.offWanted && doing.written <= calmSince && reachable(doing.by, ring);
            for (long date = today + 1; owed && date < today + 5; date++) {
                if (doing.isOn(date) && !there.contains(doing.token + " " + date)) {
                    wrong("a doing was not delivered", node, doing.token + " " + date);
                }
            }
        }
    }

    private void comings(SimNode node, Ring ring, Gathering doing, long date, PartView part, long calmSince) {
        Set<Integer> least = doing.least(date, number(part.part()), calmSince);
        least.removeIf(who -> !reachable(who, ring) || world.nodes().get(who).watch().peak() >= (date + ring.grace + 1) * DAY);
        if (part.coming().size() < least.size()) {
            wrong("a coming was not delivered", node, doing.token + " " + date + ": " + part.coming().size() + " of " + least);
        }
        if (least.contains(node.number()) && !part.mine()) {
            wrong("who said they come is not down for it", node, doing.token + " " + date);
        }
        most(node, ring, doing, date, part);
    }

    private void lastThings(SimNode node, Views views, Ring ring, long calmSince, Map<String, String> told) {
        Map<String, ThingView> there = new LinkedHashMap<>();
        for (ThingCard card : views.catalogue(ring.address, Optional.empty(), Optional.empty()).map(CatalogueView::things).orElse(List.of())) {
            there.put(card.thing().title(), views.thing(card.ref()).orElseThrow());
        }
        StringBuilder here = new StringBuilder();
        long today = Math.floorDiv(world.time.now() / 1000, DAY);
        boolean aheadOnce = node.watch().peak() >= (today + 1 + ring.grace) * DAY;
        for (Lent thing : diary.things()) {
            ThingView view = thing.circle.equals(ring.address) ? there.get(thing.token) : null;
            if (view == null) {
                if (thing.circle.equals(ring.address) && thing.sure && thing.written <= calmSince && reachable(thing.by, ring)) {
                    wrong("a thing was not delivered", node, thing.token);
                }
                continue;
            }
            if (ring.byHand && thing.wishes.stream().anyMatch(wish -> wish.here)) {
                continue;
            }
            here.append(thing.token).append(node.has(Planted.FOLDS_DIFFERENTLY) ? "" : asks(view)).append('\n');
            for (Lent.Wish wish : thing.wishes) {
                boolean stays = wish.here && wish.sure && wish.written <= calmSince && wish.to > today && thing.isLast(wish) && reachable(wish.node, ring)
                        && world.nodes().get(wish.node).watch().peak() < (wish.to + ring.grace + 1) * DAY;
                if (stays && !aheadOnce && view.here().isEmpty()) {
                    wrong("a handing on was not delivered", node, thing.token);
                }
            }
        }
        if (!aheadOnce) {
            same("two catalogues differ", node, "catalogues", here.toString(), told);
        }
    }

    private void lastPractices(SimNode node, Views views, Ring ring, long calmSince, Map<String, String> told) {
        Map<String, PracticeView> there = new LinkedHashMap<>();
        for (PracticeCard card : views.practices(ring.address)) {
            there.put(card.writing().title(), views.practice(card.ref()).orElseThrow());
        }
        long today = Math.floorDiv(world.time.now() / 1000, DAY);
        StringBuilder here = new StringBuilder();
        for (Howto practice : diary.practices()) {
            if (!practice.circle.equals(ring.address)) {
                continue;
            }
            PracticeView view = there.get(practice.token);
            boolean fresh = today < practice.written / DAY + 365;
            boolean owed = fresh ? reachable(practice.by, ring) : practice.keepers.stream().anyMatch(who -> reachable(who, ring));
            if (view == null) {
                if (practice.sure && owed && practice.written <= calmSince) {
                    wrong(fresh ? "a practice was not delivered" : "a practice that is kept has faded", node, practice.token);
                }
                continue;
            }
            List<String> accounts = view.accounts().stream().map(PracticeView.Account::text).sorted().toList();
            here.append(practice.token).append(node.has(Planted.FOLDS_DIFFERENTLY) ? "" : accounts).append('\n');
            for (Said.Words account : practice.accounts) {
                if (account.sure && reachable(account.by, ring) && !accounts.contains(account.token) && today < account.written / DAY + 365
                        && account.written <= calmSince) {
                    wrong("an account was not delivered", node, account.token);
                }
            }
        }
        same("two shelves differ", node, "shelves", here.toString(), told);
    }
}
