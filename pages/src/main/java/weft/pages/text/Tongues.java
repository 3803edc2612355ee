package weft.pages.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Languages that people list in a need or an offer, by what their speakers call them. */
public final class Tongues {
    private static final Map<String, String> NAMES = names("""
            en English
            fr Français
            es Español
            ar العربية
            am አማርኛ
            bn বাংলা
            bs Bosanski
            ca Català
            ckb کوردیی ناوەندی
            cs Čeština
            de Deutsch
            el Ελληνικά
            fa فارسی
            hi हिन्दी
            hu Magyar
            id Bahasa Indonesia
            it Italiano
            ja 日本語
            kmr Kurmancî
            ko 한국어
            ln Lingála
            nl Nederlands
            pl Polski
            ps پښتو
            pt Português
            ro Română
            rom Romani ćhib
            ru Русский
            so Soomaali
            sq Shqip
            sr Srpski
            sw Kiswahili
            ta தமிழ்
            ti ትግርኛ
            tl Tagalog
            tr Türkçe
            uk Українська
            ur اردو
            vi Tiếng Việt
            wo Wolof
            zh 中文
            """);

    private static final List<String> RIGHT_TO_LEFT = List.of("ar", "ckb", "fa", "ps", "ur");

    private Tongues() {}

    private static Map<String, String> names(String lines) {
        Map<String, String> out = new LinkedHashMap<>();
        for (String line : lines.split("\n")) {
            out.put(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1));
        }
        return out;
    }

    /** The BCP 47 tags offered, the pages' own languages first. */
    public static List<String> tags() {
        return List.copyOf(NAMES.keySet());
    }

    /** What its speakers call a language; the tag itself where that is not known here. */
    public static String ownName(String tag) {
        return NAMES.getOrDefault(tag, tag);
    }

    /** How a language is written: {@code rtl} or {@code ltr}. */
    static String direction(String tag) {
        return RIGHT_TO_LEFT.contains(tag) ? "rtl" : "ltr";
    }

    /** Whether a text can be a BCP 47 tag: subtags of 1 to 8 letters and digits, the first of 2 to 8 small letters, 35 characters in all. */
    public static boolean isTag(String tag) {
        String[] subtags = tag.split("-", -1);
        return tag.length() <= 35 && small(subtags[0]) && List.of(subtags).stream().allMatch(Tongues::subtag);
    }

    private static boolean small(String text) {
        return text.length() >= 2 && text.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }

    private static boolean subtag(String text) {
        return !text.isEmpty() && text.length() <= 8 && text.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9');
    }
}
