package weft.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import weft.core.peer.Command;
import weft.core.peer.Outcome;
import weft.core.view.CircleCard;
import weft.core.view.DraftView;
import weft.core.view.PracticeView;
import weft.core.view.Ref;
import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Tag;
import weft.pages.text.Tongues;
import weft.practice.Front;
import weft.practice.Practice;
import weft.practice.Writings;
import weft.practice.lineage.Adapting;
import weft.primitives.Bytes;

/** What can be done with a practice. */
final class PracticeActs {
    private PracticeActs() {}

    static Reply keep(Here here, PracticeView view) {
        String path = Shelved.path(view.card());
        return Acts.act(here, new Command.PracticeKeep(view.card().ref(), here.request().field("on").equals("1")), path, path);
    }

    static Reply tell(Here here, PracticeView view) {
        Fields fields = Fields.of(here.request().form());
        String text = PostPage.manyLines(fields.get("text"));
        if (text.isEmpty()) {
            fields.fault("text", "fault.noWords");
        } else if (text.codePointCount(0, text.length()) > Bounds.TEXT) {
            fields.fault("text", "fault.tooLong");
        }
        if (!fields.good()) {
            return Acts.faulty(here, fields, () -> PracticePage.page(here, 422, view, fields));
        }
        return Acts.act(here, new Command.PracticeTell(view.card().ref(), text), ignored -> Shelved.path(view.card()), why -> {
            fields.fault("", Acts.key(why));
            return PracticePage.page(here, 409, view, fields);
        });
    }

    static Reply untell(Here here, PracticeView view) {
        String path = Shelved.path(view.card());
        return Router.key(here.request().field("account"))
                .map(voice -> Acts.act(here, new Command.PracticeUntell(new Ref(view.circle().address(), voice)), path, path))
                .orElseGet(() -> Router.trouble(here, Trouble.NOT_FOUND));
    }

    static Reply carry(Here here, PracticeView view) {
        Optional<CircleCard> to = Bytes.parseHex(here.request().field("to"))
                .flatMap(address -> here.views().circles().stream().filter(card -> card.address().equals(address)).findFirst());
        return to.map(circle -> Acts.act(here, new Command.PracticeCarry(view.card().ref(), circle.address()),
                outcome -> outcome instanceof Outcome.DoneThread(Ref ref) ? Here.path(ref.circle()) + "/p/" + ref.root().hex() : ShelfPage.path(circle),
                why -> Acts.refused(here, why, Shelved.path(view.card())))).orElseGet(() -> Router.trouble(here, Trouble.NO_SUCH_CIRCLE));
    }

    /** A draft that is to replace one's own practice; the one there is, where it has been begun. */
    static Reply revise(Here here, PracticeView view) {
        Optional<DraftView> begun = here.views().drafts().stream().filter(draft -> draft.revises().equals(Optional.of(view.card().ref()))).findFirst();
        if (begun.isPresent() && !here.request().wantsJson()) {
            return new Reply.Page(Response.redirect(WritePages.path(view.circle(), begun.get())));
        }
        return draft(here, view, Optional.of(view.card().ref()), Shelved.item(view.card()).practice());
    }

    static Reply fork(Here here, PracticeView view) {
        Shelved.Item item = Shelved.item(view.card());
        return draft(here, view, Optional.empty(), Adapting.fork(item.practice(), item.asOrigin()));
    }

    static Reply draft(Here here, PracticeView view, Optional<Ref> revises, Practice practice) {
        return Acts.act(here, new Command.DraftKeep(Bytes.EMPTY, revises, Writings.of(practice)),
                outcome -> outcome instanceof Outcome.DoneDraft(Bytes id) ? WritePages.path(view.circle(), id) : ShelfPage.path(view.circle()),
                why -> Acts.refused(here, why, Shelved.path(view.card())));
    }

    /** A draft of a translation; where there is one into that language on the shelf that is the reader's own, it is gone on with. */
    static Reply translate(Here here, PracticeView view) {
        String language = here.request().field("language");
        Shelved.Item item = Shelved.item(view.card());
        if (!Tongues.isTag(language) || language.equals(item.front().language())) {
            Fields fields = Fields.of(Map.of());
            fields.fault("", "translate.same");
            return Acts.faulty(here, fields, () -> PracticePage.page(here, 422, view, fields));
        }
        Shelved shelf = Shelved.of(here, view.circle());
        Optional<Shelved.Item> there = shelf.languages(item).stream()
                .filter(other -> other.front().language().equals(language) && other.front().translationOf().isPresent()).findFirst();
        boolean own = there.map(other -> other.card().mine()).orElse(false);
        Front head = new Front("", language, "", item.front().kinds(), item.front().seasons(), item.front().serves(), item.front().materials(),
                item.front().licence(), Optional.empty(), Optional.of(item.asOrigin()), List.of());
        Practice begin = there.map(other -> own ? other.practice() : adapted(other)).orElseGet(() -> new Practice(head, ""));
        return Acts.act(here, new Command.DraftKeep(Bytes.EMPTY, there.filter(other -> own).map(other -> other.card().ref()), Writings.of(begin)),
                outcome -> outcome instanceof Outcome.DoneDraft(Bytes id) ? WritePages.path(view.circle(), id) + "/beside" : ShelfPage.path(view.circle()),
                why -> Acts.refused(here, why, Shelved.path(view.card())));
    }

    /** Somebody else's translation, gone on with: it says that it comes from there, and keeps what each paragraph renders. */
    private static Practice adapted(Shelved.Item other) {
        Front front = other.front();
        return new Practice(front.from(Optional.of(other.asOrigin()), front.translationOf(), front.sourceParagraphs()), other.practice().text());
    }

    static Reply publishForm(Here here, PracticeView view) {
        Shelved.Item item = Shelved.item(view.card());
        if (!here.means().computer()) {
            return Router.trouble(here, Trouble.NOT_FOUND);
        }
        Fields fields = Fields.of(Map.of());
        return new Reply.Page(Layout.page(here, 200, here.say("give.publish"), Optional.of(view.circle()), here.heading("give.publish"),
                Element.of(Tag.P).cls("quoted").set(Attr.DIR, "auto").text(item.front().title()),
                Element.of(Tag.DIV).cls("notice").with(Element.of(Tag.P).with(Element.of(Tag.STRONG).text(here.say("publish.warning"))),
                        Element.of(Tag.UL).with(List.of("publish.all", "publish.voice", "publish.names", "publish.address").stream()
                                .map(key -> Element.of(Tag.LI).text(here.say(key))).toList())),
                here.form(item.path() + "/publish").with(
                        fields.area(here, "relays", "publish.relays", "publish.relays.hint", 3, 2000),
                        Element.of(Tag.DIV).cls("field").with(fields.choice("sure", "1", here.say("publish.sure"), false, "checkbox")),
                        Element.of(Tag.P).cls("actions")
                        .with(here.button("publish.do"), Here.link(item.path(), here.say("refused.back")).cls("button plain")))));
    }

    static Reply markdown(PracticeView view) {
        return new Reply.Page(Response.text(200, "text/markdown; charset=utf-8", Shelved.item(view.card()).practice().write())
                .with("Content-Disposition", "attachment; filename=\"practice." + view.card().writing().language() + ".md\""));
    }
}
