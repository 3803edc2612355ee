package weft.pages;

import weft.core.entry.Whereabouts;
import weft.core.view.AskingView;
import weft.core.view.CatalogueView;
import weft.core.view.PlaceCard;
import weft.core.view.PlaceView;
import weft.core.view.ThingCard;
import weft.core.view.ThingView;
import weft.wire.json.Json;

/** Things and places as JSON, member by member as {@code spec/pages.md} lists them. */
final class ThingJsons {
    private ThingJsons() {}

    static Json catalogue(Here here, CatalogueView view) {
        return Json.object("circle", Jsons.circle(view.circle()), "things", view.things().stream().map(card -> card(here, card)).toList(),
                "places", view.places().stream().map(ThingJsons::card).toList(), "kinds", Json.texts(view.kinds()));
    }

    private static Json.Obj card(Here here, ThingCard card) {
        return Json.object("thing", card.ref().root().hex(), "path", ThingPage.path(card.ref()), "title", card.thing().title(), "text", card.thing().text(),
                "kind", card.thing().kind(), "care", card.thing().care(), "comesWith", Json.texts(card.thing().with()),
                "where", card.place().map(place -> place.place().title()).or(() -> card.thing().where().map(Whereabouts::name)).orElse(""),
                "with", Json.texts(card.with().stream().map(here::name).toList()), "until", card.until().map(days -> days.to().toString()).orElse(""),
                "mineNow", card.mineNow());
    }

    private static Json.Obj card(PlaceCard card) {
        return Json.object("place", card.ref().root().hex(), "path", PlacePage.path(card.ref()), "title", card.place().title(), "text", card.place().text(),
                "kind", card.place().kind(), "where", card.place().where().map(Whereabouts::name).orElse(""),
                "hours", card.place().hours().map(hours -> hours.text()).orElse(""), "there", Json.texts(card.place().there()));
    }

    static Json thing(Here here, ThingView view) {
        return Json.object("circle", Jsons.circle(view.circle()), "thing", card(here, view.card()), "label", view.name(), "mine", view.mine(),
                "gone", view.gone(),
                "lastDay", Here.date(view.lastDay()).toString(), "here", view.here().stream().map(one -> asking(here, one)).toList(),
                "asked", view.asked().stream().map(one -> asking(here, one)).toList(), "line", view.line().stream().map(one -> asking(here, one)).toList());
    }

    private static Json asking(Here here, AskingView one) {
        return Json.object("asking", one.ref().root().hex(), "by", here.name(one.by()), "mine", one.mine(), "clash", one.clash(),
                "from", one.asking().days().map(days -> days.from().toString()).orElse(""), "to", one.asking().days().map(days -> days.to()
                        .toString()).orElse(""),
                "text", one.asking().text(), "told", Json.texts(one.answers().stream().map(answer -> answer.text()).toList()), "mayTell", one.mayAnswer());
    }

    static Json place(Here here, PlaceView view) {
        return Json.object("circle", Jsons.circle(view.circle()), "place", card(view.card()), "label", view.name(), "mine", view.mine(), "gone", view.gone(),
                "lastDay", Here.date(view.lastDay()).toString(), "things", view.things().stream().map(card -> card(here, card)).toList());
    }
}
