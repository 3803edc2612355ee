package weft.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Html;
import weft.pages.html.Tag;
import weft.pages.map.Frame;
import weft.pages.map.Ground;
import weft.rounds.day.Workday;
import weft.rounds.model.Driver;
import weft.rounds.model.Place;
import weft.rounds.model.Plan;
import weft.rounds.model.Problem;

/**
 * A drawing of where stops are and in which order, and of when: on the streets of the map that the person supplied, or on the outlines of
 * the land. North is up, nothing is asked of anybody.
 */
final class RoundMap {
    private static final double WIDTH = Frame.WIDTH;
    /** Kinds of lines that differ by more than colour. */
    static final int LOOKS = 8;
    private static final String DOT = "M-15 0a15 15 0 1 0 30 0a15 15 0 1 0-30 0";
    private static final String DEPOT = "M-11-11h22v22h-22z";
    /** More hours than this are written every second time, so that they can be read on a small screen. */
    private static final double HOURS_APART = 5 * 3600;

    private final Frame frame;

    private RoundMap(List<Place> shown) {
        double north = shown.stream().mapToDouble(Place::y).max().orElse(0);
        double south = shown.stream().mapToDouble(Place::y).min().orElse(0);
        double west = shown.stream().mapToDouble(Place::x).min().orElse(0);
        double east = shown.stream().mapToDouble(Place::x).max().orElse(0);
        frame = Frame.over(west, south, east, north);
    }

    private long x(Place place) {
        return Math.round(frame.right(place.x()));
    }

    private long y(Place place) {
        return Math.round(frame.below(place.y()));
    }

    /** All rounds of a day, or one driver's, and below it whose map it is. */
    static Html draw(Here here, Workday day, List<Plan.Round> rounds, boolean names) {
        Problem problem = day.problem();
        List<Place> shown = new ArrayList<>();
        for (Plan.Round round : rounds) {
            shown.add(RoundVisits.start(problem, problem.drivers().get(RoundPages.number(day, round.driver()))));
            RoundVisits.of(problem, round).forEach(visit -> shown.add(visit.place()));
        }
        RoundMap map = new RoundMap(shown);
        MapDrawing.Opened opened = MapDrawing.Opened.of(here);
        Ground ground = opened.ground(here, map.frame, shown.stream().map(place -> new Ground.Spot(map.x(place), map.y(place)))
                .toList());
        List<Html> over = new ArrayList<>();
        rounds.forEach(round -> over.add(Element.of(Tag.PATH).cls("under").set(Attr.D, map.way(day, round))));
        rounds.forEach(round -> over.add(Element.of(Tag.PATH).cls("way look" + RoundPages.number(day, round.driver()) % LOOKS).set(Attr.D, map.way(day, round))
                .set(Attr.FILL, "none")));
        rounds.forEach(round -> over.addAll(map.marks(day, round, names)));
        Element svg = MapDrawing.svg(here, map.frame, ground, over).cls("atlas map").set(Attr.ROLE, "img").set(Attr.ARIA_LABEL, here.say("rounds.map"));
        return Html.many(svg, MapDrawing.makers(here, ground, opened.trouble()));
    }

    private String way(Workday day, Plan.Round round) {
        int number = RoundPages.number(day, round.driver());
        Driver driver = day.problem().drivers().get(number);
        StringBuilder path = new StringBuilder();
        Place start = RoundVisits.start(day.problem(), driver);
        path.append('M').append(x(start)).append(' ').append(y(start));
        for (RoundVisits.Visit visit : RoundVisits.of(day.problem(), round)) {
            path.append('L').append(x(visit.place())).append(' ').append(y(visit.place()));
        }
        driver.end().ifPresent(end -> path.append('L').append(x(day.problem().places().get(end))).append(' ').append(y(day.problem().places().get(end))));
        return path.toString();
    }

    private List<Html> marks(Workday day, Plan.Round round, boolean names) {
        int number = RoundPages.number(day, round.driver());
        List<Html> marks = new ArrayList<>();
        Place start = RoundVisits.start(day.problem(), day.problem().drivers().get(number));
        marks.add(mark(start, "depot", DEPOT, Optional.empty()));
        int count = 0;
        for (RoundVisits.Visit visit : RoundVisits.of(day.problem(), round)) {
            if (visit.takes()) {
                marks.add(mark(visit.place(), "depot", DEPOT, Optional.empty()));
                continue;
            }
            count++;
            marks.add(mark(visit.place(), "dot look" + number % LOOKS, DOT, Optional.of((names ? "" : RoundPages.letter(number)) + count)));
        }
        return marks;
    }

    private Html mark(Place place, String style, String outline, Optional<String> label) {
        Element mark = Element.of(Tag.G).cls("pin").with(Element.of(Tag.PATH).cls(style).set(Attr.D, outline));
        label.ifPresent(text -> mark.with(Element.of(Tag.TEXT).cls("label").set(Attr.Y, "5").text(text)));
        return Element.of(Tag.G).set(Attr.TRANSFORM, "translate(" + x(place) + ' ' + y(place) + ')').with(mark);
    }

    /** When who is where: a line for each driver, hours across. */
    static Element times(Here here, Workday day, List<Plan.Round> rounds) {
        double from = rounds.stream().mapToDouble(Plan.Round::leaves).min().orElse(0);
        double until = rounds.stream().mapToDouble(Plan.Round::back).max().orElse(from + 3600);
        from = Math.floor(from / 3600) * 3600;
        until = Math.max(from + 3600, Math.ceil(until / 3600) * 3600);
        double across = (WIDTH - 50) / (until - from);
        int high = 34 + rounds.size() * 40;
        Element svg = Element.of(Tag.SVG).cls("times").set(Attr.VIEWBOX, "0 0 " + (int) WIDTH + ' ' + high).set(Attr.ROLE, "img")
                .set(Attr.ARIA_LABEL, here.say("rounds.times"));
        double step = until - from > HOURS_APART ? 7200 : 3600;
        for (double hour = from; hour <= until; hour += step) {
            long x = Math.round(30 + (hour - from) * across);
            svg.with(Element.of(Tag.PATH).cls("grid").set(Attr.D, "M" + x + " 28V" + high));
            svg.with(Element.of(Tag.TEXT).cls("hour").set(Attr.X, Long.toString(x)).set(Attr.Y, "20").text(Long.toString(Math.round(hour / 3600))));
        }
        for (int i = 0; i < rounds.size(); i++) {
            bar(day, rounds.get(i), svg, 34 + i * 40, from, across);
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
