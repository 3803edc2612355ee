package weft.pages;

import java.util.Optional;
import weft.core.view.CircleCard;
import weft.pages.html.Element;
import weft.pages.html.Tag;

/** What a shell without a planner, such as a phone's, answers where rounds are asked for; apart, so that no planner is carried along. */
final class RoundElsewhere {
    private RoundElsewhere() {}

    static Response page(Here here, CircleCard circle) {
        return Layout.page(here, 200, here.say("rounds.title"), Optional.of(circle), here.heading("rounds.title"),
                Element.of(Tag.P).cls("lead").text(here.say("rounds.elsewhere")));
    }
}
