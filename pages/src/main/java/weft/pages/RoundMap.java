package weft.pages;

import java.util.ArrayList;
import java.util.List;
import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Html;
import weft.pages.html.Tag;
import weft.rounds.day.Workday;
import weft.rounds.model.Driver;
import weft.rounds.model.Place;
import weft.rounds.model.Plan;
import weft.rounds.model.Problem;

/** A plain drawing of where stops are and in which order, and of when: north is up, nothing is asked of anybody. */
final class RoundMap {
    private static final double WIDTH = 800;
    private static final double MARGIN = 40;
    /** Kinds of lines that differ by more than colour. */
    static final int LOOKS = 8;

    private final double west;
    private final double north;
    private final double scale;
    private final double narrow;
    private final double height;

    private RoundMap(List<Place> shown) {
        double most = shown.stream().mapToDouble(Place::y).max().orElse(0);
        double least = shown.stream().mapToDouble(Place::y).min().orElse(0);
        double left = shown.stream().mapToDouble(Place::x).min().orElse(0);
        double right = shown.stream().mapToDouble(Place::x).max().orElse(0);
        narrow = Math.max(0.05, Math.cos(Math.toRadians((most + least) / 2)));
        double wide = Math.max((right - left) * narrow, 0.002);
        double high = Math.max(most - least, 0.002);
        scale = Math.min((WIDTH - 2 * MARGIN) / wide, (WIDTH - 2 * MARGIN) / high);
        west = left - ((WIDTH - 2 * MARGIN) / scale - (right - left) * narrow) / 2 / narrow;
        north = most;
        height = Math.max(160, high * scale + 2 * MARGIN);
    }

    private String x(Place place) {
        return Long.toString(Math.round(MARGIN + (place.x() - west) * narrow * scale));
    }

    private String y(Place place) {
        return Long.toString(Math.round(MARGIN + (north - place.y()) * scale));
    }

    /** All rounds of a day, or one driver's. */
    static Element draw(Here here, Workday day, List<Plan.Round> rounds, boolean names) {
        Problem problem = day.problem();
        List<Place> shown = new ArrayList<>();
        for (Plan.Round round : rounds) {
            shown.add(RoundVisits.start(problem, problem.drivers().get(RoundPages.number(day, round.driver()))));
            RoundVisits.of(problem, round).forEach(visit -> shown.add(visit.place()));
        }
        RoundMap map = new RoundMap(shown);
        Element svg = Element.of(Tag.SVG).cls("map").set(Attr.VIEWBOX, "0 0 " + (int) WIDTH + ' ' + Math.round(map.height)).set(Attr.ROLE, "img")
                .set(Attr.ARIA_LABEL, here.say("rounds.map"));
        rounds.forEach(round -> svg.with(map.way(day, round)));
        rounds.forEach(round -> map.marks(day, round, names).forEach(svg::with));
        return svg;
    }

    private Html way(Workday day, Plan.Round round) {
        int number = RoundPages.number(day, round.driver());
        Driver driver = day.problem().drivers().get(number);
        StringBuilder path = new StringBuilder();
        Place start = RoundVisits.start(day.problem(), driver);
        path.append('M').append(x(start)).append(' ').append(y(start));
        for (RoundVisits.Visit visit : RoundVisits.of(day.problem(), round)) {
            path.append('L').append(x(visit.place())).append(' ').append(y(visit.place()));
        }
        driver.end().ifPresent(end -> path.append('L').append(x(day.problem().places().get(end))).append(' ').append(y(day.problem().places().get(end))));
        return Element.of(Tag.PATH).cls("way look" + number % LOOKS).set(Attr.D, path.toString()).set(Attr.FILL, "none");
    }

    private List<Html> marks(Workday day, Plan.Round round, boolean names) {
        int number = RoundPages.number(day, round.driver());
        List<Html> marks = new ArrayList<>();
        Place start = RoundVisits.start(day.problem(), day.problem().drivers().get(number));
        marks.add(square(start));
        int count = 0;
        for (RoundVisits.Visit visit : RoundVisits.of(day.problem(), round)) {
            if (visit.takes()) {
                marks.add(square(visit.place()));
                continue;
            }
            count++;
            String label = (names ? "" : RoundPages.letter(number)) + count;
            String x = x(visit.place());
            String y = y(visit.place());
            marks.add(Element.of(Tag.PATH).cls("dot look" + number % LOOKS).set(Attr.D, "M" + x + ' ' + y + "m-15 0a15 15 0 1 0 30 0a15 15 0 1 0-30 0"));
            marks.add(Element.of(Tag.TEXT).cls("label").set(Attr.X, x).set(Attr.Y, Long.toString(Long.parseLong(y) + 5)).text(label));
        }
        return marks;
    }

    private Html square(Place place) {
        return Element.of(Tag.PATH).cls("depot").set(Attr.D, "M" + x(place) + ' ' + y(place) + "m-11-11h22v22h-22z");
    }

    /** When who is where: a line for each driver, hours across. */
    static Element times(Here here, Workday day) {
        List<Plan.Round> rounds = day.plan().rounds();
        double from = rounds.stream().mapToDouble(Plan.Round::leaves).min().orElse(0);
        double until = rounds.stream().mapToDouble(Plan.Round::back).max().orElse(from + 3600);
        from = Math.floor(from / 3600) * 3600;
        until = Math.max(from + 3600, Math.ceil(until / 3600) * 3600);
        double across = (WIDTH - 40) / (until - from);
        int high = 30 + rounds.size() * 40;
        Element svg = Element.of(Tag.SVG).cls("times").set(Attr.VIEWBOX, "0 0 " + (int) WIDTH + ' ' + high).set(Attr.ROLE, "img")
                .set(Attr.ARIA_LABEL, here.say("rounds.times"));
        double step = until - from > 10 * 3600 ? 7200 : 3600;
        for (double hour = from; hour <= until; hour += step) {
            long x = Math.round(30 + (hour - from) * across);
            svg.with(Element.of(Tag.PATH).cls("grid").set(Attr.D, "M" + x + " 24V" + high));
            svg.with(Element.of(Tag.TEXT).cls("hour").set(Attr.X, Long.toString(x)).set(Attr.Y, "16").text(Long.toString(Math.round(hour / 3600))));
        }
        for (int i = 0; i < rounds.size(); i++) {
            bar(day, rounds.get(i), svg, 30 + i * 40, from, across);
        }
        return svg;
    }

    private static void bar(Workday day, Plan.Round round, Element svg, int top, double from, double across) {
        int number = RoundPages.number(day, round.driver());
        long left = Math.round(30 + (round.leaves() - from) * across);
        long right = Math.round(30 + (round.back() - from) * across);
        svg.with(Element.of(Tag.TEXT).cls("who").set(Attr.X, "12").set(Attr.Y, Integer.toString(top + 21)).text(RoundPages.letter(number)));
        svg.with(Element.of(Tag.PATH).cls("way look" + number % LOOKS).set(Attr.D, "M" + left + ' ' + (top + 15) + 'H' + right));
        for (RoundVisits.Visit visit : RoundVisits.of(day.problem(), round)) {
            long x = Math.round(30 + (visit.begins() - from) * across);
            long wide = Math.max(4, Math.round((visit.leaves() - visit.begins()) * across));
            svg.with(Element.of(Tag.PATH).cls(visit.takes() ? "depot" : "work look" + number % LOOKS)
                    .set(Attr.D, "M" + x + ' ' + (top + 4) + "h" + wide + "v22h-" + wide + 'z'));
        }
    }
}
