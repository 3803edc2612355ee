package weft.pages;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import weft.core.peer.Command;
import weft.core.peer.Outcome;
import weft.pages.html.Element;
import weft.pages.html.Tag;

/** Turns forms into commands and outcomes into answers. */
final class Acts {
    private Acts() {}

    /** A command whose refusal is told on a page of its own, with a way back. */
    static Reply act(Here here, Command command, String onwards, String back) {
        return act(here, command, ignored -> onwards, why -> refused(here, why, back));
    }

    /** A command whose refusal is told by a page given, the form again say. */
    static Reply act(Here here, Command command, Function<Outcome, String> onwards, Function<Outcome.Refusal, Response> refused) {
        return new Reply.Act(command, outcome -> switch (outcome) {
            case Outcome.Refused(Outcome.Refusal why) ->
                here.request().wantsJson() ? Jsons.refused(409, Jsons.code(why), sentence(here, why), Map.of()) : refused.apply(why);
            case Outcome.Done ignored -> done(here, outcome, onwards.apply(outcome));
            case Outcome.DoneThread ignored -> done(here, outcome, onwards.apply(outcome));
            case Outcome.DoneCircle ignored -> done(here, outcome, onwards.apply(outcome));
            case Outcome.Took ignored -> done(here, outcome, onwards.apply(outcome));
            case Outcome.Packed ignored -> done(here, outcome, onwards.apply(outcome));
            case Outcome.Carried ignored -> done(here, outcome, onwards.apply(outcome));
            case Outcome.DoneInvitation ignored -> done(here, outcome, onwards.apply(outcome));
            case Outcome.DoneDraft ignored -> done(here, outcome, onwards.apply(outcome));
            case Outcome.DoneFile ignored -> done(here, outcome, onwards.apply(outcome));
        });
    }

    private static Response done(Here here, Outcome outcome, String path) {
        return here.request().wantsJson() ? Jsons.response(200, Jsons.done(outcome, path)) : Response.redirect(path);
    }

    /** The form again with what is wrong, or the same as JSON. */
    static Reply faulty(Here here, Fields fields, java.util.function.Supplier<Response> form) {
        if (!here.request().wantsJson()) {
            return new Reply.Page(form.get());
        }
        Map<String, String> sentences = new LinkedHashMap<>();
        fields.faults().forEach((field, key) -> sentences.put(field, here.say(key)));
        return new Reply.Page(Jsons.refused(422, "form", String.join(" ", sentences.values()), sentences));
    }

    static String key(Outcome.Refusal why) {
        return "refusal." + Jsons.code(why);
    }

    static String sentence(Here here, Outcome.Refusal why) {
        return here.say(key(why));
    }

    static Response refused(Here here, Outcome.Refusal why, String back) {
        return Layout.page(here, 409, here.say("refused.title"),
                here.heading("refused.title"),
                Element.of(Tag.P).cls("lead").text(sentence(here, why)),
                Element.of(Tag.P).with(Here.link(back, here.say("refused.back")).cls("button")));
    }

    /** The field of a form that a refusal is about; empty for the whole. */
    static String field(Outcome.Refusal why) {
        return switch (why) {
            case NO_TITLE -> "title";
            case BAD_DAY -> "lastDay";
            case NOT_AN_INVITATION, INVITATION_ALTERED, INVITATION_NEWER, INVITATION_LATE, ALREADY_IN -> "link";
            case WRONG_PASSPHRASE -> "passphrase";
            case BAD_RELAY -> "relays";
            case NO_NAME -> "name";
            case NO_SUCH_CIRCLE, NO_SUCH_THREAD, NO_SUCH_ENTRY, NOT_YOURS, YOUR_OWN, ALREADY_ANSWERED, OVER, NOT_INSIDE, TOO_LONG, MALFORMED, NOT_STORED,
                    NO_SUCH_INVITATION, NO_SUCH_OCCURRENCE, CLASH, NO_SUCH_ACQUAINTANCE, NO_SUCH_OFFER, NO_SUCH_PRACTICE, NO_SUCH_DRAFT -> "";
        };
    }
}
