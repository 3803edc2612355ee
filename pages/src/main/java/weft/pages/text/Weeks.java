package weft.pages.text;

import java.time.DayOfWeek;
import java.util.Locale;
import java.util.Set;

/** With which day a week begins: by the region that a browser names, as Unicode's CLDR has it, else by the language. */
public final class Weeks {
    private static final Set<String> SATURDAY = Set.of("AF", "BH", "DJ", "DZ", "EG", "IQ", "IR", "JO", "KW", "LY", "OM", "QA", "SD", "SY");
    private static final Set<String> SUNDAY =
            Set.of("AG", "AS", "BD", "BR", "BS", "BT", "BW", "BZ", "CA", "CO", "DM", "DO", "ET", "GT", "GU", "HK", "HN", "ID", "IL", "IN",
            "JM", "JP", "KE", "KH", "KR", "LA", "MH", "MM", "MO", "MT", "MX", "MZ", "NI", "NP", "PA", "PE", "PH", "PK", "PR", "PT", "PY", "SA", "SG", "SV",
            "TH", "TT", "TW",
            "UM", "US", "VE", "VI", "WS", "YE", "ZA", "ZW");

    private Weeks() {}

    /** The first day, where the first tag of {@code Accept-Language} names a region; else that of the language. */
    public static DayOfWeek firstDay(Language language, String acceptLanguage) {
        String tag = acceptLanguage.split("[,;]", 2)[0].strip();
        String[] parts = tag.split("-");
        if (parts.length < 2) {
            return language.firstDay();
        }
        String region = parts[parts.length - 1].toUpperCase(Locale.ROOT);
        if (region.length() != 2) {
            return language.firstDay();
        }
        return SATURDAY.contains(region) ? DayOfWeek.SATURDAY : SUNDAY.contains(region) ? DayOfWeek.SUNDAY : DayOfWeek.MONDAY;
    }
}
