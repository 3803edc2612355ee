package weft.pages;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import weft.core.entry.Ask;
import weft.core.entry.Side;
import weft.core.entry.Whereabouts;
import weft.core.peer.Command;
import weft.core.peer.Outcome;
import weft.core.view.BoardQuery;
import weft.core.view.BoardView;
import weft.core.view.CircleCard;
import weft.core.view.ThreadView;
import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Tag;
import weft.pages.text.Language;
import weft.pages.text.Languages;
import weft.pages.text.Tongues;

/** Posting a need or an offer on one screen, and changing its words later. */
final class PostPage {
    /** How many days a post lasts where nobody says otherwise. */
    static final int USUAL_DAYS = 14;

    private static final List<Integer> SPANS = List.of(0, 1, 3, 7, USUAL_DAYS, 30, 90, 365);

    private PostPage() {}

    static Reply form(Here here, CircleCard circle) {
        if (here.request().wantsJson()) {
            return new Reply.Page(Jsons.response(200, Jsons.circle(circle)));
        }
        Map<String, List<String>> start = new LinkedHashMap<>();
        start.put("side", List.of(here.request().asked("side").filter("offer"::equals).orElse("need")));
        start.put("forWhom", List.of("me"));
        start.put("lastDay", List.of(here.today().plusDays(USUAL_DAYS).toString()));
        return new Reply.Page(form(here, 200, circle, Fields.of(start), Optional.empty()));
    }

    static Reply reviseForm(Here here, ThreadView thread) {
        if (here.request().wantsJson()) {
            return new Reply.Page(Jsons.response(200, Jsons.thread(here, thread)));
        }
        Ask ask = thread.card().ask();
        Map<String, List<String>> start = new LinkedHashMap<>();
        start.put("side", List.of(Jsons.code(ask.side())));
        start.put("forWhom", List.of(ask.forSomeoneElse() ? "other" : "me"));
        start.put("title", List.of(ask.title()));
        start.put("text", List.of(ask.text()));
        start.put("kind", List.of(ask.kind()));
        start.put("where", List.of(ask.where().map(Whereabouts::name).orElse("")));
        start.put("point", List.of(ask.where().flatMap(Whereabouts::point).map(Moments::point).orElse("")));
        start.put("from", List.of(ask.from().map(at -> here.at(at).toString()).orElse("")));
        start.put("until", List.of(ask.until().map(at -> here.at(at).toString()).orElse("")));
        start.put("language", ask.languages());
        start.put("keep", PhotoFields.all(ask.photos()));
        return new Reply.Page(form(here, 200, thread.circle(), Fields.of(start), Optional.of(thread)));
    }

    private static Response form(Here here, int status, CircleCard circle, Fields fields, Optional<ThreadView> revised) {
        String path = revised.map(thread -> Here.path(thread.card().ref()) + "/revise").orElse(Here.path(circle.address()) + "/post");
        String title = revised.isPresent() ? "revise.title" : fields.get("side").equals("offer") ? "post.title.offer" : "post.title.need";
        Element form = here.form(path).cls("post").set(Attr.ENCTYPE, "multipart/form-data").with(
                MapPick.enter(here, revised.isPresent() ? "do.save" : "post.do"),
                fields.choices(here, "side", "post.side", List.of(
                        fields.choice("side", "need", here.say("post.side.need"), fields.get("side").equals("need"), "radio"),
                        fields.choice("side", "offer", here.say("post.side.offer"), fields.get("side").equals("offer"), "radio"))),
                fields.line(here, "title", "post.what", "post.what.hint", Bounds.TITLE),
                fields.area(here, "text", "post.text", "post.text.hint", 4, Bounds.TEXT),
                Element.of(Tag.DIV).cls("pair").with(
                        fields.line(here, "kind", "post.kind", "post.kind.hint", text(Bounds.KIND).set(Attr.LIST, "kinds")),
                        fields.line(here, "where", "post.where", "post.where.hint", Bounds.PLACE)),
                kinds(here, circle),
                MapPick.fields(here, circle, fields),
                Element.of(Tag.DIV).cls("pair").with(
                        fields.line(here, "from", "post.from", "post.from.hint", moment()),
                        fields.line(here, "until", "post.until", "post.until.hint", moment())),
                fields.choices(here, "forWhom", "post.forWhom", List.of(
                        fields.choice("forWhom", "me", here.say("post.forWhom.me"), !fields.get("forWhom").equals("other"), "radio"),
                        fields.choice("forWhom", "other", here.say("post.forWhom.other"), fields.get("forWhom").equals("other"), "radio"))),
                PhotoFields.fields(here, fields, revised),
                languages(here, fields));
        if (revised.isEmpty()) {
            form.with(
                    fields.choosing(here, "lastDay", "post.lastDay", "post.lastDay.hint", spans(here, fields.get("lastDay"))),
                    Element.of(Tag.DIV).cls("aside").with(fields.area(here, "aside", "post.aside", "post.aside.hint", 3, Bounds.TEXT)));
        }
        form.with(Element.of(Tag.P).cls("actions").with(here.button(revised.isPresent() ? "do.save" : "post.do")));
        return Layout.page(here, status, here.say(title), Optional.of(circle), fields.summary(here), here.heading(title), form);
    }

    static Element text(int most) {
        return Element.of(Tag.INPUT).set(Attr.TYPE, "text").set(Attr.MAXLENGTH, Integer.toString(most)).set(Attr.DIR, "auto")
                .set(Attr.AUTOCOMPLETE, "off");
    }

    static Element moment() {
        return Element.of(Tag.INPUT).set(Attr.TYPE, "datetime-local").set(Attr.STEP, "300");
    }

    /** Some spans to choose from rather than any day: the more people take the same, the less does somebody's usual one tell. */
    private static Element spans(Here here, String chosen) {
        Element select = Element.of(Tag.SELECT);
        TreeSet<LocalDate> days = new TreeSet<>();
        SPANS.forEach(span -> days.add(here.today().plusDays(span)));
        Moments.date(chosen).ifPresent(days::add);
        for (LocalDate day : days) {
            select.with(BoardPage.option(day.toString(), here.language().date(day, here.today()), day.toString().equals(chosen)));
        }
        return select;
    }

    static Element kinds(Here here, CircleCard circle) {
        Element list = Element.of(Tag.DATALIST).id("kinds");
        List<String> used = here.views().board(BoardQuery.all(circle.address()), 0, 0).map(BoardView::kinds).orElse(List.of());
        Set<String> kinds = new LinkedHashSet<>(used);
        kinds.addAll(Kinds.SEEDED);
        kinds.forEach(kind -> list.with(Element.of(Tag.OPTION).set(Attr.VALUE, BoardPage.kind(here, kind))));
        return list;
    }

    private static Element languages(Here here, Fields fields) {
        List<String> near = Languages.all().stream().map(Language::tag).toList();
        List<String> chosen = fields.all("language");
        List<Element> first = new ArrayList<>();
        List<Element> more = new ArrayList<>();
        for (String tag : Tongues.tags()) {
            Element choice = fields.choice("language", tag, Tongues.ownName(tag), chosen.contains(tag), "checkbox").set(Attr.LANG, tag);
            (near.contains(tag) || chosen.contains(tag) ? first : more).add(choice);
        }
        chosen.stream().filter(tag -> !Tongues.tags().contains(tag) && Tongues.isTag(tag)).distinct()
                .forEach(tag -> first.add(fields.choice("language", tag, tag, true, "checkbox")));
        return fields.choices(here, "language", "post.languages", first).with(Element.of(Tag.DETAILS).with(
                Element.of(Tag.SUMMARY).text(here.say("post.languages.more")),
                Element.of(Tag.DIV).cls("choices").with(more)));
    }

    static Reply post(Here here, CircleCard circle) {
        Fields fields = Fields.of(here.request().form());
        if (MapPick.isMove(here.request())) {
            return new Reply.Kept(form(here, 200, circle, fields, Optional.empty()));
        }
        Ask ask = ask(here, fields, List.of());
        LocalDate usual = here.today().plusDays(USUAL_DAYS);
        Optional<LocalDate> until = ask.until().map(at -> here.at(at).toLocalDate());
        LocalDate offered = until.filter(day -> day.isAfter(usual)).orElse(usual);
        Optional<LocalDate> lastDay = fields.get("lastDay").isEmpty() ? Optional.of(offered) : Moments.date(fields.get("lastDay"));
        checkLastDay(here, fields, lastDay, until);
        String aside = manyLines(fields.get("aside"));
        tooLong(fields, "aside", aside, Bounds.TEXT);
        if (!fields.good()) {
            return Acts.faulty(here, fields, () -> form(here, 422, circle, fields, Optional.empty()));
        }
        Command command = new Command.Post(circle.address(), ask, Moments.day(lastDay.orElse(offered)), aside);
        return Acts.act(here, command,
                outcome -> outcome instanceof Outcome.DoneThread(var ref) ? Here.path(ref) : Here.path(circle.address()),
                why -> again(here, circle, fields, Optional.empty(), why));
    }

    private static void checkLastDay(Here here, Fields fields, Optional<LocalDate> lastDay, Optional<LocalDate> until) {
        if (lastDay.isEmpty() || lastDay.get().isBefore(here.today()) || lastDay.get().isAfter(here.today().plusDays(399))) {
            fields.fault("lastDay", "refusal.bad-day");
        } else if (until.isPresent() && lastDay.get().isBefore(until.get())) {
            fields.fault("lastDay", "fault.lastDayBeforeUntil");
        }
    }

    static Reply revise(Here here, ThreadView thread) {
        Fields fields = Fields.of(here.request().form());
        if (MapPick.isMove(here.request())) {
            return new Reply.Kept(form(here, 200, thread.circle(), fields, Optional.of(thread)));
        }
        Ask ask = ask(here, fields, thread.card().ask().photos());
        if (!fields.good()) {
            return Acts.faulty(here, fields, () -> form(here, 422, thread.circle(), fields, Optional.of(thread)));
        }
        return Acts.act(here, new Command.Revise(thread.card().ref(), ask), outcome -> Here.path(thread.card().ref()),
                why -> again(here, thread.circle(), fields, Optional.of(thread), why));
    }

    private static Response again(Here here, CircleCard circle, Fields fields, Optional<ThreadView> revised, Outcome.Refusal why) {
        fields.fault(Acts.field(why), Acts.key(why));
        return form(here, 422, circle, fields, revised);
    }

    static Ask ask(Here here, Fields fields, List<weft.core.entry.Photo> photos) {
        Optional<Side> side = BoardPage.side(fields.get("side"));
        if (side.isEmpty()) {
            fields.fault("side", "fault.side");
        }
        String title = oneLine(fields.get("title"));
        if (title.isEmpty()) {
            fields.fault("title", "refusal.no-title");
        }
        tooLong(fields, "title", title, Bounds.TITLE);
        String text = manyLines(fields.get("text"));
        tooLong(fields, "text", text, Bounds.TEXT);
        String kind = seed(here, oneLine(fields.get("kind")));
        tooLong(fields, "kind", kind, Bounds.KIND);
        String place = oneLine(fields.get("where"));
        tooLong(fields, "where", place, Bounds.PLACE);
        Optional<weft.core.entry.Point> point = Moments.point(fields.get("point"));
        if (point.isEmpty() && !fields.get("point").isEmpty()) {
            fields.fault("where", "fault.point");
        }
        Optional<Long> from = moment(here, fields, "from");
        Optional<Long> until = moment(here, fields, "until");
        if (from.isPresent() && until.isPresent() && until.get() < from.get()) {
            fields.fault("until", "fault.untilBeforeFrom");
        }
        List<String> languages = fields.all("language").stream().map(String::strip).filter(tag -> !tag.isEmpty()).distinct().toList();
        if (languages.size() > Bounds.LANGUAGES || !languages.stream().allMatch(Tongues::isTag)) {
            fields.fault("language", "fault.languages");
        }
        Optional<Whereabouts> where = place.isEmpty() && point.isEmpty() ? Optional.empty() : Optional.of(new Whereabouts(place, point));
        List<weft.core.entry.Photo> pictures = PhotoFields.read(fields, photos);
        boolean other = fields.get("forWhom").equals("other");
        return new Ask(side.orElse(Side.NEED), title, text, kind, from, until, where, languages, other, pictures);
    }

    private static Optional<Long> moment(Here here, Fields fields, String name) {
        String typed = fields.get(name);
        Optional<LocalDateTime> moment = Moments.moment(typed, name.equals("until"));
        if (moment.isEmpty() && !typed.isEmpty()) {
            fields.fault(name, "fault.moment");
        }
        Optional<Long> at = moment.map(m -> m.toEpochSecond(here.request().zone().getRules().getOffset(m))).filter(seconds -> seconds >= 0);
        return at;
    }

    static void tooLong(Fields fields, String name, String value, int most) {
        if (value.codePointCount(0, value.length()) > most) {
            fields.fault(name, "fault.tooLong");
        }
    }

    /** A seeded kind typed in the reader's language is kept in its common form, so that everybody reads it in theirs. */
    static String seed(Here here, String kind) {
        return Kinds.SEEDED.stream().filter(seed -> here.say("kind." + seed).equalsIgnoreCase(kind)).findFirst().orElse(kind);
    }

    /** Words on one line: every run of white and control characters becomes one blank. */
    static String oneLine(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = c <= ' ' || c >= 0x7f && c <= 0xa0 || c == '\u2028' || c == '\u2029';
            if (!blank) {
                out.append(c);
            } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        }
        return out.toString().stripTrailing();
    }

    /** Words on several lines: a form's line breaks become line feeds, other control characters go. */
    static String manyLines(String text) {
        StringBuilder out = new StringBuilder();
        String unix = text.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ');
        for (int i = 0; i < unix.length(); i++) {
            char c = unix.charAt(i);
            if (c == '\n' || c >= ' ' && (c < 0x7f || c >= 0xa0)) {
                out.append(c);
            }
        }
        return out.toString().strip();
    }
}
