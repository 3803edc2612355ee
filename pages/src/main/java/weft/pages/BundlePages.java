package weft.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import weft.core.view.BundleReport;
import weft.core.view.CircleCard;
import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Html;
import weft.pages.html.Tag;
import weft.pages.text.Language;
import weft.wire.json.Json;

/** Carrying by hand: bundles to take along, and what became of one that was read. The files themselves go by the pages, streamed. */
final class BundlePages {
    /** Where a bundle is given and taken. */
    static final String PATH = "/bundle";

    private BundlePages() {}

    static Reply reply(Here here) {
        if (here.request().wantsJson()) {
            return new Reply.Page(Jsons.response(200, Json.object("circles", here.views().circles().stream().map(Jsons::circle).toList())));
        }
        return new Reply.Page(Layout.page(here, 200, here.say("carry.title"),
                here.heading("carry.title"),
                Element.of(Tag.P).cls("lead").text(here.say("carry.lead")),
                Element.of(Tag.SECTION).with(
                        Element.of(Tag.H2).text(here.say("carry.write")),
                        Element.of(Tag.P).text(here.say("carry.write.text")),
                        files(here)),
                Element.of(Tag.SECTION).with(
                        Element.of(Tag.H2).text(here.say("carry.read")),
                        Element.of(Tag.P).text(here.say("carry.read.text")),
                        upload(here.language(), here.request())),
                Element.of(Tag.P).cls("hint").text(here.say("carry.invitation"))));
    }

    private static Element files(Here here) {
        Element list = Element.of(Tag.UL).cls("files").with(file(PATH, here.say("carry.all"), "button"));
        for (CircleCard circle : here.views().circles()) {
            list.with(file(PATH + "?circle=" + circle.address().hex(), here.say("carry.only", "circle", circle.name()), "button plain"));
        }
        return list;
    }

    private static Element file(String path, String text, String look) {
        return Element.of(Tag.LI).with(Here.link(path, text).cls(look).set(Attr.DOWNLOAD, "envelopes.weft"));
    }

    private static Element upload(Language language, Request request) {
        return Element.of(Tag.FORM).set(Attr.METHOD, "post").set(Attr.ACTION, PATH).set(Attr.ENCTYPE, "multipart/form-data")
                .with(Here.hidden("token", request.csrfToken()),
                        Element.of(Tag.P).with(
                                Element.of(Tag.LABEL).set(Attr.FOR, "f-bundle").text(language.say("carry.file")),
                                Element.of(Tag.INPUT).set(Attr.TYPE, "file").set(Attr.NAME, "bundle").id("f-bundle").mark(Attr.REQUIRED)),
                        Element.of(Tag.P).cls("actions").with(Element.of(Tag.BUTTON).set(Attr.TYPE, "submit").text(language.say("carry.do"))));
    }

    /** What became of a bundle. */
    static Response read(Request request, BundleReport report) {
        if (request.wantsJson()) {
            return Jsons.response(200, json(report));
        }
        Language language = Here.language(request);
        Element list = Element.of(Tag.UL).cls("report");
        line(list, language, "carry.taken", report.taken());
        line(list, language, "carry.invitations", report.invitations());
        line(list, language, "carry.known", report.known());
        line(list, language, "carry.foreign", report.foreign());
        line(list, language, "carry.over", report.over());
        line(list, language, "carry.unreadable", report.unreadable());
        Map<String, Long> grouped = new TreeMap<>();
        report.faults().forEach((reason, count) -> grouped.merge(group(reason), count, Long::sum));
        grouped.forEach((group, count) -> line(list, language, group, count));
        boolean none = report.lines() == 0;
        List<Html> content = new ArrayList<>(List.of(
                Element.of(Tag.H1).text(language.say("carry.done.title")),
                none ? Element.of(Tag.P).cls("lead").text(language.say("carry.nothing")) : list));
        if (report.damaged()) {
            content.add(Element.of(Tag.P).cls("notice").text(language.say("carry.damaged")));
        }
        if (report.stopped()) {
            content.add(Element.of(Tag.P).cls("notice").text(language.say("carry.stopped")));
        }
        if (!report.faults().isEmpty()) {
            content.add(Element.of(Tag.P).cls("hint").text(language.say("carry.reasons")).text(" ")
                    .with(Element.of(Tag.CODE).set(Attr.DIR, "ltr").text(reasons(report))));
        }
        content.add(Element.of(Tag.P).cls("actions").with(
                Here.link("/", language.say("carry.home")).cls("button"), Here.link("/carry", language.say("carry.again")).cls("button plain")));
        return Layout.bare(request, language, 200, language.say("carry.done.title"), content.toArray(new Html[0]));
    }

    private static String reasons(BundleReport report) {
        return String.join(", ", report.faults().entrySet().stream().map(fault -> fault.getKey() + " " + fault.getValue()).toList());
    }

    private static void line(Element list, Language language, String key, long count) {
        if (count > 0) {
            list.with(Element.of(Tag.LI).text(language.count(key, count)));
        }
    }

    /** Reasons that mean the same to whoever holds the stick. */
    private static String group(String reason) {
        return switch (reason) {
            case "over" -> "carry.over";
            case "from-the-future", "lasts-too-long" -> "carry.early";
            case "wrong-kind" -> "carry.other";
            case "not-stored" -> "carry.unstored";
            default -> "carry.broken";
        };
    }

    private static Json json(BundleReport report) {
        Object[] faults = report.faults().entrySet().stream().flatMap(fault -> java.util.stream.Stream.<Object>of(fault.getKey(), fault.getValue())).toArray();
        return Json.object("ok", true, "lines", report.lines(), "taken", report.taken(), "known", report.known(), "foreign", report.foreign(),
                "over", report.over(), "unreadable", report.unreadable(), "invitations", report.invitations(), "faults", Json.object(faults),
                "damaged", report.damaged(), "stopped", report.stopped());
    }
}
