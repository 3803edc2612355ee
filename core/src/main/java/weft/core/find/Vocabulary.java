package weft.core.find;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Words that say nothing by themselves, and words that mean the same in several languages: kinds of help, and means. Rows of {@code spec/find.md}. */
final class Vocabulary {
    private static final String NOTHING = """
            a an and are as at be by can could for from get give have help i if in is it looking me my need needed needs no not of off offer offering on or our
            out please some someone somebody thank thanks that the their them there they this to up us want wanted was we who will with would you your
            à au aux avec besoin ce ces cette chez cherche dans de des du elle en et il ils j je l la le les leur ma merci mes moi mon nous offre on ou par
            pas plus pour propose qu que quelqu qui sa se ses si s son sur t te un une vos votre vous y d c n
            al algo alguien ayuda busco con del el ella ellos es esta este gracias hay lo los las mi mis muy necesita necesito nos nosotros o ofrezco para pero
            por favor puede puedo que quien si sin su sus te tengo un una unas unos ya yo
            في من على إلى الى عن مع هذا هذه أن ان إن أو او و ما لا نا نحن أنا انا أحتاج نحتاج أعرض لي لنا شكرا أحد هل كل هناك يمكن يمكنني
            """;

    private static final String KINDS = """
            food|nourriture|comida|طعام|aliments|alimentos|vivres|groceries|أكل|غذاء
            cooking|cuisine|cocina|طبخ|cook|cuisiner|cocinar
            errands|courses|recados|مشاوير|shopping|compras
            lift|trajet|llevar en coche|توصيلة|ride|covoiturage
            transport|transporte|نقل|delivery|livraison|reparto|توصيل
            childcare|garde d’enfants|cuidado de niños|رعاية أطفال|babysitting|حضانة
            care|soins|cuidados|رعاية
            company|compagnie|compañía|صحبة
            health|santé|salud|صحة
            repairs|réparations|reparaciones|إصلاح|repair|réparer|reparar
            tools|outils|herramientas|أدوات
            clothes|vêtements|ropa|ملابس|clothing
            furniture|meubles|muebles|أثاث
            housing|logement|vivienda|سكن|hébergement|alojamiento
            moving|déménagement|mudanza|نقل بيت
            translation|traduction|traducción|ترجمة|interpreter|interprète|intérprete|مترجم
            paperwork|papiers|papeleo|أوراق ومعاملات
            learning|apprentissage|aprendizaje|تعلّم|tutoring|دروس
            technology|informatique|informática|تقنية
            animals|animaux|animales|حيوانات
            garden|jardin|huerto|حديقة|jardín|gardening|jardinage
            """;

    private static final String MEANS = """
            car|voiture|coche|سيارة|carro
            van|camionnette|furgoneta|fourgon|فان
            truck|camion|camión|شاحنة|lorry
            bike|vélo|bicicleta|دراجة|bicycle|bici|bicyclette
            trailer|remorque|remolque|مقطورة
            ladder|échelle|escalera|سلم
            drill|perceuse|taladro|مثقاب
            fridge|frigo|nevera|ثلاجة|refrigerator|réfrigérateur|frigorífico
            oven|horno|فرن
            computer|ordinateur|ordenador|حاسوب|laptop|computadora
            """;

    private static final Set<String> EMPTY = empty();
    private static final Map<String, String> KIND_OF = rows(KINDS);
    private static final Map<String, String> MEANS_OF = rows(MEANS);

    private Vocabulary() {}

    private static Set<String> empty() {
        Set<String> out = new HashSet<>();
        for (String word : NOTHING.split("\\s+")) {
            out.add(Folding.fold(word));
        }
        return out;
    }

    private static Map<String, String> rows(String text) {
        Map<String, String> out = new HashMap<>();
        for (String row : text.split("\n")) {
            String[] words = row.strip().split("\\|");
            for (String word : words) {
                out.put(phrase(word), words[0]);
            }
        }
        return out;
    }

    /** Whether a folded word says nothing by itself. */
    static boolean saysNothing(String folded) {
        return EMPTY.contains(folded);
    }

    /** The terms of a few words in a row. */
    static String phrase(String words) {
        return String.join(" ", Tokens.of(words));
    }

    /** The one name of a kind of help; of a circle's own word, its terms. */
    static String kind(String words) {
        String phrase = phrase(words);
        return KIND_OF.getOrDefault(phrase, phrase);
    }

    /** The kind of help that a term alone tells. */
    static Optional<String> kindOf(String term) {
        return Optional.ofNullable(KIND_OF.get(term));
    }

    /** The means that a term tells: a vehicle, a tool. */
    static Optional<String> meansOf(String term) {
        return Optional.ofNullable(MEANS_OF.get(term));
    }
}
