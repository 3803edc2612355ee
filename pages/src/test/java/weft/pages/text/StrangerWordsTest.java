package weft.pages.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The two words that a stranger is called by, all 65,536 pairs in each language. A word is left out wherever it is said of people
 * in any country of its language to hurt: about their body, age, sex, origin, mind or means, or where it is slang for what is not
 * named at table; then no pair can do so. What else goes together badly stands in the pairs.
 */
class StrangerWordsTest {
    private static final Map<String, Set<String>> LEFT_OUT = Map.of(
            "en", words("""
                    swallow beaver coot cuckoo toad whale cherry goose frog buzzard gannet diver woodpecker peach fox elder medlar porpoise pig cow sow hog
                    ass donkey mule ape monkey gorilla rat mouse weasel snake worm louse leech slug vulture crow hyena jackal cock tit booby shag dyke pansy
                    fruit nut melon prick bitch dog cat pussy chicken hen bull ram goat sheep turkey dodo sloth hippo rhino elephant mongrel coon spade
                    fruity nutty spicy salty ripe ruddy hooded masked barred ancient sleepy drowsy willing black white yellow brown red coloured native
                    oriental fat thin skinny ugly dumb slow lazy loose easy dirty queer gay straight old poor cheap hairy blind deaf lame mad crazy cold hot
                    wet hard stiff limp bloody blooming yellow-bellied wild tame savage dark pale"""),
            "fr", words("""
                    râle perdreau phoque cachalot poireau melon citron chanvre sarrasin abricot cacao bouton pipit martinet âne singe porc cochon chien rat
                    serpent ver crapaud vautour coq poulet dindon pigeon veau bœuf bouc mouton requin cafard pou gland cornichon navet concombre haricot oignon
                    pruneau marron blaireau chameau macaque gai rond frisé crépu errant endormi malin mûr poivré mielleux bronzé oriental occidental plat précoce
                    tiède gaillard simple naturel pur givré noir blanc jaune rouge basané typé gros gras maigre laid sot bête lent paresseux sale pauvre vieux
                    chauve borgne boiteux sourd muet aveugle fou fêlé timbré chaud froid dur mou raide sauvage tordu arriéré attardé"""),
            "es", words("""
                    verderón pato chorlito charrán cachalote cáñamo globo bizcocho melón rábano caballo potro ternero loro elefante rinoceronte hipopótamo venado
                    pájaro martín trepador cernícalo ciruelo membrillo alcornoque besugo percebe merluzo ganso burro asno mulo mono cerdo puerco perro gato
                    rata sapo gusano buitre cabrón buey toro zángano pavo conejo pepino nabo plátano higo mango huevo capullo nardo lento lanudo robusto errante
                    dormilón maduro salado meloso tibio bronceado cobrizo oriental occidental puro bendito empolvado rayado plumoso lila ancho gordo flaco feo
                    negro blanco moreno pardo amarillo rojo indio moro gitano bobo tonto loco viejo pobre sucio ciego sordo mudo cojo tuerto calvo caliente frío
                    duro blando salvaje bruto simple raro torcido"""),
            "ar", words("""
                    عقاب جبن نعام أرنب بطيخ شمام رمان طبل حمل سمان خس حور فجل ثعلب فراش ببغاء مذنب كلب حمار خنزير قرد بغل تيس ثور بقر فأر جرذ ضبع ذئب ثعبان
                    عقرب دود ذباب صرصور بوم غراب ضفدع سلحفاة خروف كبش موز خيار بصل كوسا باذنجان لعوب صلب بطيء مجعد جوال مهاجر مقيم حلو مفتوح شرقي غربي شمالي
                    جنوبي صحراوي ريفي صوفي راقص ملون خصيب عليل أسود أبيض أصفر أسمر بدوي عبد غريب سمين نحيف قبيح غبي أحمق مجنون عجوز فقير قذر أعمى أصم أبكم أعرج
                    أعور أصلع حار بارد قاس بليد كسول جبان شاذ"""));

    /** In the order in which each language says them. */
    private static final Map<String, Set<String>> PAIRS_LEFT_OUT = Map.of(
            "en", Set.of("silver fox", "early bird", "night owl", "sitting duck", "lame duck", "silly goose", "dark horse", "black sheep", "guinea pig",
                    "long-tailed rat", "mountain ape", "laughing stock", "golden shower", "running sore", "smoking gun", "rolling stone", "hidden agenda"),
            "fr", Set.of("lapin chaud", "ours mal", "oiseau rare", "mouton noir", "canard boiteux", "pigeon voyageur", "poule mouillée", "rat noir"),
            "es", Set.of("gallo peleón", "oso peludo", "pez gordo", "mosca muerta", "oveja negra", "lobo solitario", "rata sabia", "pájaro loco"),
            "ar", Set.of("بط أعرج", "جمل أجرب", "ليل بهيم", "غراب أسود", "قمر مكسور"));

    private static Set<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+")).collect(Collectors.toSet());
    }

    @Test
    void noPairHurtsAnybody() {
        assertThat(Languages.all()).extracting(Language::tag).containsExactlyInAnyOrderElementsOf(LEFT_OUT.keySet());
        for (Language language : Languages.all()) {
            Set<String> leftOut = LEFT_OUT.get(language.tag());
            Set<String> pairs = PAIRS_LEFT_OUT.get(language.tag());
            List<String> bad = new ArrayList<>();
            for (int pair = 0; pair < 65_536; pair++) {
                String said = language.stranger(pair >> 8, pair & 255);
                String[] both = said.split(" ");
                assertThat(both).as(said).hasSize(2);
                if (leftOut.contains(both[0]) || leftOut.contains(both[1]) || pairs.contains(said)) {
                    bad.add(said);
                }
            }
            assertThat(bad).as(language.tag()).isEmpty();
        }
    }

    /** Where a language's words have a gender, all of both lists have the same one, so that every pair agrees. */
    @Test
    void bothWordsAgree() {
        assertThat(language("fr").firstWords().stream().filter(word -> word.matches(".*(ée|ées|euse|ive|elle|ette|ante|ente|ouse|ière|ine|une|che)")))
                .as("words that never change").isSubsetOf("olive", "proche", "jeune");
        assertThat(language("fr").secondWords()).doesNotContain("avoine", "orge", "étoile", "lune", "rose", "ortie", "oie", "abeille", "alouette", "chouette");
        assertThat(language("es").firstWords().stream().filter(word -> word.endsWith("a"))).as("colours and such that never change")
                .isSubsetOf("alerta", "escarlata", "esmeralda", "malva", "púrpura", "turquesa", "violeta", "entusiasta", "índigo");
        assertThat(language("es").secondWords().stream().filter(word -> word.endsWith("a"))).isSubsetOf("cometa", "koala", "mediodía", "panda");
        assertThat(language("es").firstWords().stream().filter(word -> word.endsWith("s"))).isSubsetOf("cortés", "montañés");
        assertThat(language("ar").firstWords()).noneMatch(word -> word.endsWith("ة") || word.endsWith("اء") && !word.equals("وضاء") && !word.equals("معطاء"));
        assertThat(language("ar").secondWords()).noneMatch(word -> word.endsWith("ة")).doesNotContain("شمس", "أرض", "نار", "ريح", "عين", "بئر", "ضحى", "مها", "دلو");
    }

    private static Language language(String tag) {
        return Languages.find(tag).orElseThrow();
    }
}
