package weft.pages;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import weft.core.entry.Photo;
import weft.core.view.ThreadView;
import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Html;
import weft.pages.html.Tag;
import weft.primitives.Bytes;

/**
 * The pictures of a need or an offer in its form. With a script the page shrinks them itself and sends field {@code picture}; without one
 * the file goes to the node, which shrinks it and gives the same field. Either way nothing but pixels comes in here.
 */
final class PhotoFields {
    /** How many pictures one post may have. */
    static final int MOST = 4;
    /** The most bytes of all pictures of one post together, so that its entry stays below its bound. */
    static final int MOST_BYTES = 26_000;

    private PhotoFields() {}

    /** The part of the form. */
    static Element fields(Here here, Fields fields, Optional<ThreadView> revised) {
        return fields(here, fields, revised.map(thread -> thread.card().ask().photos()).orElse(List.of()),
                revised.map(thread -> Here.path(thread.card().ref())).orElse(""));
    }

    /** The part of another form: what pictures there are, and the path below which they are shown. */
    static Element fields(Here here, Fields fields, List<Photo> photos, String path) {
        Element group = Element.of(Tag.FIELDSET).cls(fields.faults().containsKey("photo") ? "field bad" : "field").id("f-photo").with(
                Element.of(Tag.LEGEND).text(here.say("photo.title")), fields.fault(here, "photo"));
        group.with(kept(here, fields, photos, path));
        int waiting = fields.all("picture").size();
        for (String picture : fields.all("picture")) {
            group.with(Here.hidden("picture", picture));
        }
        if (waiting > 0) {
            group.with(Element.of(Tag.P).cls("status").text(here.count("photo.waiting", waiting)));
        }
        return group.with(
                Element.of(Tag.LABEL).set(Attr.FOR, "f-photo-file").text(here.say("photo.choose")),
                Element.of(Tag.P).cls("hint").id("h-photo").text(here.say("photo.hint")),
                Element.of(Tag.INPUT).set(Attr.TYPE, "file").id("f-photo-file").set(Attr.NAME, "photo").set(Attr.ACCEPT, "image/*").mark(Attr.MULTIPLE)
                        .set(Attr.ARIA_DESCRIBEDBY, "h-photo").set(Attr.DATA_MOST, Integer.toString(MOST_BYTES))
                        .set(Attr.DATA_FAULT, here.say("fault.photo.unreadable")),
                Element.of(Tag.DIV).id("shrunk").cls("shrunk"),
                fields.line(here, "caption", "photo.caption", "photo.caption.hint", 300));
    }

    private static Html kept(Here here, Fields fields, List<Photo> photos, String path) {
        if (photos.isEmpty()) {
            return Html.none();
        }
        List<String> keep = fields.all("keep");
        Element all = Element.of(Tag.DIV).cls("photos");
        for (int i = 0; i < photos.size(); i++) {
            all.with(Element.of(Tag.FIGURE).with(
                    Element.of(Tag.IMG).set(Attr.SRC, path + "/photo-" + i).set(Attr.ALT, photos.get(i).caption()),
                    fields.choice("keep", Integer.toString(i), here.say("photo.keep", "number", i + 1), keep.contains(Integer.toString(i)), "checkbox")));
        }
        return all;
    }

    /** What a form's {@code keep} is before anybody has touched it: all that there are. */
    static List<String> all(List<Photo> photos) {
        List<String> out = new ArrayList<>();
        for (int i = 0; i < photos.size(); i++) {
            out.add(Integer.toString(i));
        }
        return out;
    }

    /** The pictures that were kept and those that are new; faults are noted beside the field. */
    static List<Photo> read(Fields fields, List<Photo> before) {
        List<Photo> out = new ArrayList<>();
        Set<String> keep = new LinkedHashSet<>(fields.all("keep"));
        for (int i = 0; i < before.size(); i++) {
            if (keep.contains(Integer.toString(i))) {
                out.add(before.get(i));
            }
        }
        String caption = PostPage.oneLine(fields.get("caption"));
        if (caption.codePointCount(0, caption.length()) > 300) {
            fields.fault("caption", "fault.tooLong");
            caption = "";
        }
        switch (fields.get("photoTrouble")) {
            case "" -> { }
            case "large" -> fields.fault("photo", "fault.photo.large");
            default -> fields.fault("photo", "fault.photo.unreadable");
        }
        for (String picture : fields.all("picture")) {
            Optional<Bytes> pixels = Bytes.parseBase64(picture.strip()).flatMap(Picture::pixelsOf);
            if (pixels.isEmpty()) {
                fields.fault("photo", "fault.photo.unreadable");
            } else {
                out.add(new Photo("image/jpeg", pixels.get(), caption));
            }
        }
        if (out.size() > MOST) {
            fields.fault("photo", "fault.photo.many");
        } else if (out.stream().mapToInt(photo -> photo.data().size()).sum() > MOST_BYTES + 1_000) {
            fields.fault("photo", "fault.photo.together");
        }
        return fields.faults().containsKey("photo") ? List.of() : out;
    }
}
