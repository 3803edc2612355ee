package weft.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import weft.core.find.Fit;
import weft.core.view.FitView;
import weft.core.view.ThreadView;
import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Html;
import weft.pages.html.Tag;
import weft.pages.text.Tongues;

/** For a need the offers that fit, and the other way round, with the reasons in plain words. */
final class FitsPage {
    /** How many a thread's own page shows. */
    private static final int FEW = 4;

    private FitsPage() {}

    static Reply reply(Here here, ThreadView thread) {
        List<FitView> fits = here.views().fits(thread.card().ref());
        if (here.request().wantsJson()) {
            return new Reply.Page(Jsons.response(200, Jsons.fits(here, fits)));
        }
        String title = title(here, thread);
        Element list = Element.of(Tag.UL).cls("threads");
        fits.forEach(fit -> list.with(item(here, thread, fit)));
        return new Reply.Page(Layout.page(here, 200, title, Optional.of(thread.circle()),
                Element.of(Tag.H1).text(title),
                Element.of(Tag.P).cls("quoted").with(Here.link(Here.path(thread.card().ref()), thread.card().ask().title()).set(Attr.DIR, "auto")),
                Element.of(Tag.P).cls("hint").text(here.say("fits.hint")),
                Element.of(Tag.SECTION).id("fits").set(Attr.DATA_LIVE, "")
                        .with(fits.isEmpty() ? Element.of(Tag.P).cls("empty").text(here.say("fits.none")) : list)));
    }

    private static String title(Here here, ThreadView thread) {
        return here.say("fits." + Jsons.code(thread.card().ask().side()));
    }

    /** The first few, for the thread's own page; empty where nothing fits. */
    static Element section(Here here, ThreadView thread) {
        Element section = Element.of(Tag.SECTION).id("fits").set(Attr.DATA_LIVE, "");
        List<FitView> fits = here.views().fits(thread.card().ref());
        if (fits.isEmpty()) {
            return section;
        }
        Element list = Element.of(Tag.UL).cls("said");
        fits.stream().limit(FEW).forEach(fit -> list.with(brief(here, thread, fit)));
        section.with(Element.of(Tag.H2).text(title(here, thread)), list);
        return fits.size() <= FEW ? section : section.with(Element.of(Tag.P).with(Here.link(Here.path(thread.card().ref()) + "/fits", here.say("fits.all"))));
    }

    private static Element brief(Here here, ThreadView thread, FitView fit) {
        return Element.of(Tag.LI).with(
                Element.of(Tag.P).cls("name").with(Here.link(Here.path(fit.card().ref()), fit.card().ask().title()).set(Attr.DIR, "auto")),
                why(here, thread, fit));
    }

    private static Element item(Here here, ThreadView thread, FitView fit) {
        return BoardPage.card(here, fit.card()).with(why(here, thread, fit));
    }

    /** The reasons, as words. */
    private static Element why(Here here, ThreadView thread, FitView view) {
        Fit fit = view.fit();
        List<Html> reasons = new ArrayList<>();
        if (!fit.kind().isEmpty()) {
            reasons.add(here.rich("fits.kind", "kind", Html.said(kind(here, view))));
        }
        if (!fit.means().isEmpty()) {
            reasons.add(Html.text(here.say("fits.means", "means", fit.means().stream().map(means -> here.say("means." + means))
                    .collect(Collectors.joining(here.say("list.comma"))))));
        }
        if (!fit.words().isEmpty()) {
            reasons.add(here.rich("fits.words", "words", Html.said(String.join(here.say("list.comma"), fit.words().stream().limit(5).toList()))));
        }
        if (fit.time() == Fit.Time.TOGETHER) {
            reasons.add(Html.text(here.say("fits.time")));
        }
        if (fit.near() != Fit.Near.UNKNOWN) {
            reasons.add(Html.text(here.say("fits.near." + Jsons.code(fit.near()))));
        } else if (fit.samePlace()) {
            reasons.add(Html.text(here.say("fits.place")));
        }
        if (!fit.languages().isEmpty()) {
            reasons.add(Html.text(here.say("fits.languages", "languages",
                    fit.languages().stream().map(Tongues::ownName).collect(Collectors.joining(here.say("list.comma"))))));
        }
        if (!view.circle().address().equals(thread.circle().address())) {
            reasons.add(here.rich("fits.circle", "circle", Element.of(Tag.BDI).text(view.circle().name())));
        }
        Element meta = Element.of(Tag.P).cls("meta");
        reasons.forEach(reason -> meta.with(Element.of(Tag.SPAN).with(reason)));
        return meta;
    }

    /** The kind as the reader says it; the other's own word where it is none of the seeded ones. */
    private static String kind(Here here, FitView view) {
        String seeded = view.fit().kind().equals("lift") ? "a lift" : view.fit().kind();
        return here.language().has("kind." + seeded) ? here.say("kind." + seeded) : BoardPage.kind(here, view.card().ask().kind());
    }
}
