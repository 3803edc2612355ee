package weft.pages;

import java.util.List;

/** The kinds of help that a circle starts with; each has a text in every language. A circle adds its own words by using them. */
final class Kinds {
    static final List<String> SEEDED = List.of("food", "cooking", "errands", "a lift", "transport", "childcare", "care", "company", "health",
            "repairs", "tools", "clothes", "furniture", "housing", "moving", "translation", "paperwork", "learning", "technology", "animals",
            "garden", "other");

    private Kinds() {}
}
