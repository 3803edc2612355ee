package weft.press;

import java.util.Set;

/**
 * The few words that printing adds, in the text's language.
 *
 * @param contents above the table of contents
 * @param passOn on the back
 * @param licence before the licence's name
 * @param serves before the number of people
 * @param materials before what is needed
 */
record Labels(String contents, String passOn, String licence, String serves, String materials) {
    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "he", "fa", "ur", "yi", "ps", "dv", "ckb", "sd", "ug", "arc", "syr");

    static Labels of(String language) {
        return switch (language.split("-", 2)[0]) {
            case "fr" -> new Labels("Sommaire", "Copiez ce cahier, adaptez-le, traduisez-le, passez-le.", "Licence", "Pour", "Il faut");
            case "de" -> new Labels("Inhalt", "Zum Kopieren, Anpassen, Übersetzen, Weitergeben.", "Lizenz", "Für", "Gebraucht wird");
            case "es" -> new Labels("Índice", "Cópialo, adáptalo, tradúcelo, pásalo.", "Licencia", "Para", "Hace falta");
            case "it" -> new Labels("Indice", "Da copiare, adattare, tradurre, passare ad altri.", "Licenza", "Per", "Serve");
            case "pt" -> new Labels("Índice", "Copie, adapte, traduza, passe adiante.", "Licença", "Para", "É preciso");
            case "ar" -> new Labels("المحتويات", "انسخوه وعدّلوه وترجموه ومرّروه.", "الرخصة", "لعدد", "ما يلزم");
            case "he" -> new Labels("תוכן העניינים", "אפשר להעתיק, להתאים, לתרגם ולהעביר הלאה.", "רישיון", "ל־", "מה צריך");
            default -> new Labels("Contents", "Copy it, adapt it, translate it, pass it on.", "Licence", "For", "What you need");
        };
    }

    static boolean rightToLeft(String language) {
        return RIGHT_TO_LEFT.contains(language.split("-", 2)[0]);
    }
}
