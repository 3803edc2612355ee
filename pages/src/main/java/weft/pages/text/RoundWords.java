package weft.pages.text;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The languages with what the pages about rounds say: apart, because phones do not plan and need not carry it. */
public final class RoundWords {
    private static final Map<String, String> TEXTS = Map.of("en", RoundTexts.EN + SlipTexts.EN, "fr", RoundTexts.FR + SlipTexts.FR,
            "es", RoundTextsToo.ES + SlipTexts.ES, "ar", RoundTextsToo.AR + SlipTexts.AR);
    private static final Map<String, Language> ALL = Languages.all().stream()
            .collect(Collectors.toUnmodifiableMap(Language::tag, language -> language.with(TEXTS.getOrDefault(language.tag(), ""))));

    private RoundWords() {}

    /** The same language with these words. */
    public static Language of(Language language) {
        return ALL.getOrDefault(language.tag(), language);
    }

    /** All languages with these words, English first. */
    public static List<Language> all() {
        return Languages.all().stream().map(RoundWords::of).toList();
    }
}
