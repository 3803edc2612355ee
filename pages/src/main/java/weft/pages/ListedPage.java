package weft.pages;

import java.util.Optional;
import weft.core.entry.Entry;
import weft.core.peer.Command;
import weft.core.view.CircleCard;
import weft.core.view.Ref;
import weft.pages.html.Element;
import weft.pages.html.Html;
import weft.pages.html.Tag;

/** What pages of things and of places share: the foot, and taking one out of the catalogue. */
final class ListedPage {
    private ListedPage() {}

    /** A label to print; for whom it is {@code own} also writing it anew and taking it out. */
    static Html foot(Here here, CircleCard circle, String path, String name, boolean own) {
        Element row = Element.of(Tag.P).cls("actions").with(
                Here.link(Here.path(circle.address()) + "/labels?only=" + name, here.say("labels.single")).cls("button plain"));
        if (own) {
            row.with(Here.link(path + "/revise", here.say("thing.revise")).cls("button plain"), Here.link(path + "/gone", here.say("thing.takeOut"))
                    .cls("button plain"));
        }
        return row;
    }

    /** Asks before it is taken out. */
    static Reply goneForm(Here here, CircleCard circle, String path) {
        return new Reply.Page(Layout.page(here, 200, here.say("thing.takeOut"), Optional.of(circle), here.heading("thing.takeOut"),
                Element.of(Tag.P).cls("lead").text(here.say("thing.takeOut.lead")),
                here.form(path + "/gone").with(here.button("thing.takeOut"), Here.link(path, here.say("refused.back")).cls("button plain"))));
    }

    /** Takes it out. */
    static Reply takeOut(Here here, CircleCard circle, Ref ref, String path) {
        return Acts.act(here, new Command.Close(ref, Entry.Ending.NO_LONGER), CataloguePage.path(circle), path);
    }
}
