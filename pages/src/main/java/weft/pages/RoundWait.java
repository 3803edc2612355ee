package weft.pages;

import java.util.Optional;
import weft.core.view.CircleCard;
import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Html;
import weft.pages.html.Tag;

/** What is shown while a day is being planned: how far it is, and a way to take the best plan so far. */
final class RoundWait {
    private RoundWait() {}

    static Response page(Here here, CircleCard circle, RoundBusy busy) {
        long percent = Math.clamp(Math.round(100 * busy.share()), 0, 100);
        Element state = Element.of(Tag.P).set(Attr.ROLE, "status").with(Html.text(here.say("rounds.busy.share", "percent", percent)));
        if (busy.rounds() > 0) {
            state.with(Html.text(" " + here.count("rounds.busy.rounds", busy.rounds()) + " "),
                    Html.text(busy.left() > 0 ? here.count("rounds.left", busy.left()) + "." : here.say("rounds.allOn")));
        }
        return Layout.page(here, 200, here.say("rounds.title"), Optional.of(circle), RoundPlan.dress(), here.heading("rounds.busy"),
                Element.of(Tag.PROGRESS).set(Attr.MAX, "100").set(Attr.VALUE, Long.toString(percent)).set(Attr.ARIA_LABEL, here.say("rounds.busy")), state,
                Element.of(Tag.P).cls("hint").text(here.say("rounds.busy.hint")),
                Element.of(Tag.DIV).cls("actions").with(RoundPages.button(here, circle, "enough", "rounds.enough", java.util.List.of()),
                        RoundPages.button(here, circle, "forget", "rounds.forget", java.util.List.of()))).with("Refresh", "1; url=" + RoundPages.path(circle));
    }
}
