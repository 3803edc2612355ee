package weft.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Html;
import weft.pages.html.Tag;

/** The fields of a form as they were typed, and what is wrong with each: the key of a text by the field's name. */
final class Fields {
    private final Map<String, List<String>> typed;
    private final Map<String, String> faults = new LinkedHashMap<>();

    private Fields(Map<String, List<String>> typed) {
        this.typed = typed;
    }

    static Fields of(Map<String, List<String>> typed) {
        return new Fields(typed);
    }

    String get(String name) {
        return typed.getOrDefault(name, List.of("")).getFirst().strip();
    }

    List<String> all(String name) {
        return typed.getOrDefault(name, List.of());
    }

    /** Notes a fault; the first of a field stays. */
    void fault(String field, String key) {
        faults.putIfAbsent(field, key);
    }

    boolean good() {
        return faults.isEmpty();
    }

    Map<String, String> faults() {
        return faults;
    }

    /** What is wrong, with a link to each field; takes the focus. */
    Html summary(Here here) {
        if (good()) {
            return Html.none();
        }
        Element list = Element.of(Tag.UL);
        faults.forEach((field, key) -> list.with(Element.of(Tag.LI).with(
                field.isEmpty() ? Html.text(here.say(key)) : Here.link("#f-" + field, here.say(key)))));
        return Element.of(Tag.DIV).cls("faults").id("faults").set(Attr.ROLE, "alert").set(Attr.TABINDEX, "-1").mark(Attr.AUTOFOCUS)
                .with(Element.of(Tag.H2).text(here.count("form.faults", faults.size())), list);
    }

    /** A one-line field. */
    Element line(Here here, String name, String label, String hint, int most) {
        return line(here, name, label, hint, Element.of(Tag.INPUT).set(Attr.TYPE, "text").set(Attr.MAXLENGTH, Integer.toString(most))
                .set(Attr.DIR, "auto").set(Attr.AUTOCOMPLETE, "off"));
    }

    /** A field of another type, given as an input without name and value. */
    Element line(Here here, String name, String label, String hint, Element input) {
        return field(here, name, label, hint, described(input, name, hint).set(Attr.VALUE, get(name)));
    }

    /** A field in which one of some things is chosen, given as a select without name. */
    Element choosing(Here here, String name, String label, String hint, Element select) {
        return field(here, name, label, hint, described(select, name, hint));
    }

    /** A field of several lines. */
    Element area(Here here, String name, String label, String hint, int rows, int most) {
        Element area = Element.of(Tag.TEXTAREA).set(Attr.ROWS, Integer.toString(rows)).set(Attr.MAXLENGTH, Integer.toString(most))
                .set(Attr.DIR, "auto");
        return field(here, name, label, hint, described(area, name, hint).text(get(name)));
    }

    private Element described(Element control, String name, String hint) {
        boolean bad = faults.containsKey(name);
        String by = ((hint.isEmpty() ? "" : "h-" + name + " ") + (bad ? "e-" + name : "")).strip();
        return control.id("f-" + name).set(Attr.NAME, name)
                .setIf(!by.isEmpty(), Attr.ARIA_DESCRIBEDBY, by)
                .setIf(bad, Attr.ARIA_INVALID, "true");
    }

    private Element field(Here here, String name, String label, String hint, Element control) {
        Element field = Element.of(Tag.DIV).cls(faults.containsKey(name) ? "field bad" : "field")
                .with(Element.of(Tag.LABEL).set(Attr.FOR, "f-" + name).text(here.say(label)));
        if (!hint.isEmpty()) {
            field.with(Element.of(Tag.P).cls("hint").id("h-" + name).text(here.say(hint)));
        }
        return field.with(fault(here, name), control);
    }

    /** What is wrong with a field, to stand beside it. */
    Html fault(Here here, String name) {
        String key = faults.get(name);
        return key == null ? Html.none() : Element.of(Tag.P).cls("fault").id("e-" + name).text(here.say(key));
    }

    /** One of several choices. */
    Element choice(String name, String value, String text, boolean chosen, String type) {
        String id = "f-" + name + "-" + value;
        return Element.of(Tag.SPAN).cls("choice").with(
                Element.of(Tag.INPUT).set(Attr.TYPE, type).set(Attr.NAME, name).set(Attr.VALUE, value).id(id).markIf(chosen, Attr.CHECKED),
                Element.of(Tag.LABEL).set(Attr.FOR, id).text(text));
    }

    /** Several choices under one heading. */
    Element choices(Here here, String name, String label, List<Element> choices) {
        return Element.of(Tag.FIELDSET).cls(faults.containsKey(name) ? "field bad" : "field").id("f-" + name)
                .with(Element.of(Tag.LEGEND).text(here.say(label)), fault(here, name), Element.of(Tag.DIV).cls("choices").with(choices));
    }
}
