package weft.pages;

import java.util.Map;
import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Html;
import weft.pages.html.Tag;
import weft.pages.text.Language;
import weft.primitives.Bytes;
import weft.wire.json.Json;

/** How a computer answers when it has made or sent something of a practice. */
public final class PracticePrints {
    /** What became of publishing. */
    public enum Published {
        /** At least one relay has it. */
        DONE("publish.done"),
        /** The person did not say that they are sure. */
        NOT_SURE("publish.notSure"),
        /** No relay was named. */
        NO_RELAY("publish.noRelay"),
        /** No relay took it. */
        NONE("publish.none");

        private final String key;

        Published(String key) {
            this.key = key;
        }
    }

    private PracticePrints() {}

    /** A file to keep or to open. */
    public static Response file(String type, String name, Bytes content) {
        return Response.picture(type, content)
                .with("Content-Disposition", (type.equals("application/pdf") ? "inline" : "attachment") + "; filename=\"" + name + "\"");
    }

    /**
     * It can't be printed so.
     *
     * @param why the name of the reason, as texts have it
     * @param detail names that the sentence bears, or empty
     */
    public static Response stopped(Request request, String why, String detail) {
        Language language = Here.language(request);
        String sentence = language.say("print.stop." + why, "names", detail);
        String back = back(request);
        return request.wantsJson() ? Jsons.refused(409, "print", sentence, Map.of())
                : Layout.bare(request, language, 409, language.say("refused.title"), Element.of(Tag.H1).text(language.say("refused.title")),
                        Element.of(Tag.P).cls("lead").text(sentence),
                        Element.of(Tag.P).with(Here.link(back, language.say("refused.back")).cls("button")));
    }

    /**
     * It takes a while: how far it has come, on a page that looks again by itself, without a script too.
     *
     * @param job its name
     * @param stage what is being done: {@code layout}, {@code pages} or {@code sheets}
     * @param done how much of that
     * @param of out of how much; 0 while nobody knows
     */
    public static Response making(Request request, String job, String stage, int done, int of) {
        Language language = Here.language(request);
        String again = request.path() + "?job=" + job;
        Element progress = Element.of(Tag.PROGRESS).set(Attr.ARIA_LABEL, language.say("print.making"));
        if (of > 0) {
            progress.set(Attr.VALUE, Integer.toString(done)).set(Attr.MAX, Integer.toString(of));
        }
        return Layout.bare(request, language, 200, language.say("print.making"), Element.of(Tag.H1).text(language.say("print.making")),
                Element.of(Tag.P).cls("lead").set(Attr.ROLE, "status").text(language.say("print.at." + stage, "done", done, "of", of)),
                Element.of(Tag.P).with(progress),
                Element.of(Tag.P).text(language.say("print.wait")),
                Element.of(Tag.P).with(Here.link(again, language.say("print.again")).cls("button"), Html.text(" "),
                        Here.link(back(request), language.say("refused.back")))).with("Refresh", "1; url=" + again);
    }

    private static String back(Request request) {
        return request.path().substring(0, request.path().lastIndexOf('/'));
    }

    /**
     * What became of publishing.
     *
     * @param what how it ended
     * @param taken by relay, whether it took the article
     * @param address the article's, for everybody
     */
    public static Response publishing(Request request, Published what, Map<String, Boolean> taken, String address) {
        Language language = Here.language(request);
        boolean done = what == Published.DONE;
        String sentence = language.say(what.key);
        if (request.wantsJson()) {
            return done ? Jsons.response(200, Json.object("ok", true, "address", address, "relays",
                    Json.texts(taken.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).toList())))
                    : Jsons.refused(422, "publish", sentence, Map.of());
        }
        Element list = Element.of(Tag.UL);
        taken.forEach((relay, took) -> list.with(Element.of(Tag.LI).text(language.say(took ? "publish.taken" : "publish.refused", "relay", relay))));
        Html where = address.isEmpty() ? Html.none() : Html.many(Element.of(Tag.P).text(language.say("publish.naddr")),
                Element.of(Tag.P).with(Element.of(Tag.CODE).set(Attr.DIR, "ltr").text(address)));
        return Layout.bare(request, language, done ? 200 : 422, language.say("give.publish"), Element.of(Tag.H1).text(language.say("give.publish")),
                Element.of(Tag.P).cls("lead").text(sentence), taken.isEmpty() ? Html.none() : list, where,
                Element.of(Tag.P).with(Here.link(back(request), language.say("refused.back")).cls("button")));
    }

    /** A draft was made. */
    public static Response drafted(Request request, String path, Bytes draft) {
        return request.wantsJson() ? Jsons.response(200, Json.object("ok", true, "path", path, "draft", draft.hex())) : Response.redirect(path);
    }
}
