package weft.pages;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import weft.core.entry.Ask;
import weft.core.entry.Side;
import weft.core.entry.Thing;
import weft.core.entry.Whereabouts;
import weft.core.view.BoardQuery;
import weft.core.view.BoardView;
import weft.core.view.CalendarQuery;
import weft.core.view.CatalogueView;
import weft.core.view.CircleCard;
import weft.core.view.OccurrenceCard;
import weft.core.view.PlaceCard;
import weft.core.view.Ref;
import weft.core.view.ThingCard;
import weft.core.view.ThreadCard;
import weft.pages.html.Html;

/** Gathers what of a circle has a whereabouts. */
final class MapSpots {
    private static final long DAYS_AHEAD = 31 * 86_400L;

    private MapSpots() {}

    /** All that is open: needs, offers, doings of the next month, places, things. */
    static List<MapSpot> of(Here here, CircleCard circle) {
        List<MapSpot> out = new ArrayList<>();
        List<ThreadCard> threads = here.views().board(BoardQuery.all(circle.address())).map(BoardView::threads).orElse(List.of());
        for (ThreadCard card : threads) {
            Ask ask = card.ask();
            ask.where().ifPresent(where -> out.add(new MapSpot(ask.side() == Side.NEED ? MapSpot.Sort.NEED : MapSpot.Sort.OFFER, ask.title(),
                    Here.path(card.ref()), where, List.of(Marks.stage(here, card.stage()), Html.text(here.when(ask))))));
        }
        Set<Ref> seen = new HashSet<>();
        long now = here.views().now();
        for (OccurrenceCard card : here.views().calendar(new CalendarQuery(Optional.of(circle.address()), now, now + DAYS_AHEAD))) {
            if (seen.add(card.ref())) {
                card.doing().where().ifPresent(where -> out.add(new MapSpot(MapSpot.Sort.DOING, card.doing().title(), DoingPage.path(card.ref()), where,
                        List.of(Html.text(here.day(card.when().start()))))));
            }
        }
        here.views().catalogue(circle.address(), Optional.empty(), Optional.empty()).ifPresent(view -> catalogue(here, view, out));
        return out;
    }

    private static void catalogue(Here here, CatalogueView view, List<MapSpot> out) {
        for (PlaceCard card : view.places()) {
            card.place().where().ifPresent(where -> out.add(new MapSpot(MapSpot.Sort.PLACE, card.place().title(), PlacePage.path(card.ref()), where,
                    card.place().hours().<List<Html>>map(hours -> List.of(Html.text(PlacePage.now(here, hours)))).orElse(List.of()))));
        }
        for (ThingCard card : view.things()) {
            whereabouts(card).ifPresent(where -> out.add(new MapSpot(MapSpot.Sort.THING, card.thing().title(), ThingPage.path(card.ref()), where,
                    List.of(CataloguePage.whereNow(here, card)))));
        }
    }

    /** Where a thing is kept; nothing while it is with somebody, whose home is nobody's business. */
    private static Optional<Whereabouts> whereabouts(ThingCard card) {
        Thing thing = card.thing();
        return !card.with().isEmpty() ? Optional.empty()
                : thing.where().filter(where -> where.point().isPresent()).or(() -> card.place().flatMap(place -> place.place().where())).or(thing::where);
    }
}
