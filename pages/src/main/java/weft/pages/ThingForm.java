package weft.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import weft.core.calendar.OpeningHours;
import weft.core.entry.Listed;
import weft.core.entry.Named;
import weft.core.entry.Photo;
import weft.core.entry.Place;
import weft.core.entry.Point;
import weft.core.entry.Thing;
import weft.core.entry.Whereabouts;
import weft.core.peer.Command;
import weft.core.peer.Outcome;
import weft.core.view.CircleCard;
import weft.core.view.PlaceView;
import weft.core.view.Ref;
import weft.core.view.ThingView;
import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Html;
import weft.pages.html.Tag;
import weft.wire.json.Checked;

/** Writing a thing or a place into the catalogue on one screen, and changing its words. */
final class ThingForm {
    private static final int CARE = 2_000;
    private static final int LINES = 4_200;

    private ThingForm() {}

    /** Which of the two, where it stands, and what it was before. */
    private record Of(boolean thing, CircleCard circle, Optional<Ref> ref, List<Photo> photos, Optional<Listed> old) {
        String path() {
            String made = Here.path(circle.address()) + (thing ? "/thing" : "/place");
            return ref.map(known -> made + "/" + known.root().hex() + "/revise").orElse(made);
        }

        String title() {
            return ref.isPresent() ? "thing.revise" : thing ? "things.addThing" : "things.addPlace";
        }
    }

    static Reply newThing(Here here, CircleCard circle) {
        return new Reply.Page(form(here, 200, new Of(true, circle, Optional.empty(), List.of(), Optional.empty()), Fields.of(Map.of())));
    }

    static Reply newPlace(Here here, CircleCard circle) {
        return new Reply.Page(form(here, 200, new Of(false, circle, Optional.empty(), List.of(), Optional.empty()), Fields.of(Map.of())));
    }

    private static Of of(ThingView view) {
        return new Of(true, view.circle(), Optional.of(view.card().ref()), view.card().thing().photos(), Optional.of(view.card().thing()));
    }

    private static Of of(PlaceView view) {
        return new Of(false, view.circle(), Optional.of(view.card().ref()), view.card().place().photos(), Optional.of(view.card().place()));
    }

    static Reply reviseThing(Here here, ThingView view) {
        return revise(here, of(view), view.mine());
    }

    static Reply revisePlace(Here here, PlaceView view) {
        return revise(here, of(view), view.mine());
    }

    private static Reply revise(Here here, Of of, boolean mine) {
        if (!mine) {
            return new Reply.Page(Acts.refused(here, Outcome.Refusal.NOT_YOURS, CataloguePage.path(of.circle())));
        }
        Listed old = of.old().orElseThrow();
        Map<String, List<String>> start = new LinkedHashMap<>();
        start.put("title", List.of(old.title()));
        start.put("text", List.of(old.text()));
        start.put("kind", List.of(BoardPage.kind(here, old.kind())));
        start.put("where", List.of(old.where().map(Whereabouts::name).orElse("")));
        start.put("point", List.of(old.where().flatMap(Whereabouts::point).map(Moments::point).orElse("")));
        start.put("keep", PhotoFields.all(old.photos()));
        switch (old) {
            case Thing thing -> {
                start.put("care", List.of(thing.care()));
                start.put("with", List.of(String.join("\n", thing.with())));
                start.put("at", List.of(thing.at().map(Named::name).orElse("")));
            }
            case Place place -> {
                start.put("hours", List.of(place.hours().map(OpeningHours::text).orElse("")));
                start.put("there", List.of(String.join("\n", place.there())));
            }
        }
        return new Reply.Page(form(here, 200, of, Fields.of(start)));
    }

    private static Response form(Here here, int status, Of of, Fields fields) {
        Element form = here.form(of.path()).cls("post").set(Attr.ENCTYPE, "multipart/form-data").with(
                MapPick.enter(here, of.ref().isPresent() ? "do.save" : "thing.add.do"),
                fields.line(here, "title", of.thing() ? "thing.what" : "place.what", "", Bounds.TITLE),
                fields.area(here, "text", "post.text", "", 3, Bounds.TEXT));
        if (of.thing()) {
            form.with(fields.area(here, "with", "thing.comesWith", "thing.lines.hint", 3, LINES),
                    fields.area(here, "care", "thing.care", "thing.care.hint", 3, CARE),
                    places(here, of.circle(), fields));
        } else {
            form.with(fields.line(here, "hours", "place.hours", "place.hours.hint", Element.of(Tag.INPUT).set(Attr.TYPE, "text").set(Attr.MAXLENGTH,
                    "250").set(Attr.DIR, "ltr")),
                    fields.area(here, "there", "place.there", "thing.lines.hint", 3, LINES));
        }
        form.with(Element.of(Tag.DIV).cls("pair").with(
                        fields.line(here, "where", "thing.where", "thing.where.hint", Bounds.PLACE),
                        fields.line(here, "kind", "thing.kind", "", Bounds.KIND)),
                MapPick.fields(here, of.circle(), fields),
                PhotoFields.fields(here, fields, of.photos(), of.path().replace("/revise", "")),
                Element.of(Tag.P).cls("actions").with(here.button(of.ref().isPresent() ? "do.save" : "thing.add.do")));
        return Layout.page(here, status, here.say(of.title()), Optional.of(of.circle()), fields.summary(here), here.heading(of.title()), form);
    }

    private static Html places(Here here, CircleCard circle, Fields fields) {
        Element select = Element.of(Tag.SELECT).with(BoardPage.option("", here.say("thing.at.none"), fields.get("at").isEmpty()));
        var catalogue = here.views().catalogue(circle.address(), Optional.empty(), Optional.empty());
        if (catalogue.map(view -> view.places().isEmpty()).orElse(true)) {
            return Html.none();
        }
        catalogue.orElseThrow().places().forEach(card -> here.views().place(card.ref())
                .ifPresent(view -> select.with(BoardPage.option(view.name(), card.place().title(), fields.get("at").equals(view.name())))));
        return fields.choosing(here, "at", "thing.at", "", select);
    }

    static Reply makeThing(Here here, CircleCard circle) {
        Of of = new Of(true, circle, Optional.empty(), List.of(), Optional.empty());
        return make(here, of, fields -> thing(here, of, fields));
    }

    static Reply makePlace(Here here, CircleCard circle) {
        Of of = new Of(false, circle, Optional.empty(), List.of(), Optional.empty());
        return make(here, of, fields -> place(here, of, fields));
    }

    static Reply saveThing(Here here, ThingView view) {
        return make(here, of(view), fields -> thing(here, of(view), fields));
    }

    static Reply savePlace(Here here, PlaceView view) {
        return make(here, of(view), fields -> place(here, of(view), fields));
    }

    private static Reply make(Here here, Of of, Function<Fields, Listed> read) {
        Fields fields = Fields.of(here.request().form());
        if (MapPick.isMove(here.request())) {
            return new Reply.Kept(form(here, 200, of, fields));
        }
        Listed listed = read.apply(fields);
        if (!fields.good()) {
            return Acts.faulty(here, fields, () -> form(here, 422, of, fields));
        }
        Command command = of.ref().<Command>map(ref -> new Command.ListRevise(ref, listed)).orElseGet(() -> new Command.ListNew(of.circle()
                .address(), listed));
        return Acts.act(here, command, outcome -> {
            Optional<Ref> ref = outcome instanceof Outcome.DoneThread(Ref made) ? Optional.of(made) : of.ref();
            return ref.map(known -> of.thing() ? ThingPage.path(known) : PlacePage.path(known)).orElse(CataloguePage.path(of.circle()));
        }, why -> {
            fields.fault(Acts.field(why), Acts.key(why));
            return form(here, 422, of, fields);
        });
    }

    private static String line(Fields fields, String name, int most) {
        String line = PostPage.oneLine(fields.get(name));
        PostPage.tooLong(fields, name, line, most);
        return line;
    }

    private static String text(Fields fields, String name, int most) {
        String text = PostPage.manyLines(fields.get(name)).strip();
        PostPage.tooLong(fields, name, text, most);
        return text;
    }

    private static String title(Fields fields) {
        String title = line(fields, "title", Bounds.TITLE);
        if (title.isEmpty()) {
            fields.fault("title", "refusal.no-title");
        }
        return title;
    }

    private static List<String> lines(Fields fields, String name) {
        List<String> lines = Stream.of(PostPage.manyLines(fields.get(name)).split("\n"))
                .map(PostPage::oneLine).map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (lines.size() > 40 || lines.stream().anyMatch(line -> line.codePointCount(0, line.length()) > 100)) {
            fields.fault(name, "fault.thingLines");
        }
        return lines;
    }

    private static Optional<Whereabouts> where(Fields fields) {
        String name = line(fields, "where", Bounds.PLACE);
        Optional<Point> point = Moments.point(fields.get("point"));
        if (point.isEmpty() && !fields.get("point").isEmpty()) {
            fields.fault("where", "fault.point");
        }
        return name.isEmpty() && point.isEmpty() ? Optional.empty() : Optional.of(new Whereabouts(name, point));
    }

    private static Thing thing(Here here, Of of, Fields fields) {
        String at = fields.get("at");
        Optional<Named> place = at.isEmpty() ? Optional.empty() : here.views().labelled(at).flatMap(ref -> here.views().named(ref));
        return new Thing(title(fields), text(fields, "text", Bounds.TEXT), PostPage.seed(here, line(fields, "kind", Bounds.KIND)), text(fields, "care", CARE),
                lines(fields, "with"), place, where(fields), PhotoFields.read(fields, of.photos()));
    }

    private static Place place(Here here, Of of, Fields fields) {
        Optional<OpeningHours> hours = Optional.empty();
        if (!fields.get("hours").isEmpty()) {
            if (OpeningHours.read(fields.get("hours")) instanceof Checked.Good<OpeningHours>(OpeningHours read)) {
                hours = Optional.of(read);
            } else {
                fields.fault("hours", "fault.hours");
            }
        }
        return new Place(title(fields), text(fields, "text", Bounds.TEXT), PostPage.seed(here, line(fields, "kind", Bounds.KIND)), hours,
                lines(fields, "there"),
                where(fields), PhotoFields.read(fields, of.photos()));
    }
}
