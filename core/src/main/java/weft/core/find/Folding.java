package weft.core.find;

/**
 * Folds a text for case, accents and width, so that what people write in different ways is found all the same. The tables
 * are ours, so that a computer and a phone fold alike whatever they know of Unicode ({@code spec/find.md}, "Folding").
 */
public final class Folding {
    private static final String LATIN = ""
            + "aaaaaaæceeeeiiiidnooooo ouuuuyþßaaaaaaæceeeeiiiidnooooo ouuuuyþyaaaaaaccccccccddddeeeeeeeeeegggggggg"
            + "hhhhiiiiiiiiiiĳĳjjkkĸllllllllllnnnnnnnnnooooooœœrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzsbbƃƃƅƅoc"
            + "cddddƍeeeffggƕɩikklƛɯnnoooooppʀƨƨsƪttttuuʊvyyzzzƹƹƺƻƽƽƾƿǀǁǂǃǆǆǆǉǉǉǌǌǌaaiioouuuuuuuuuueaaaaææǥǥggkkoo"
            + "oozzjǆǆǆggƕƿnnaaææooaaaaeeeeiiiioooorrrruuuussttȝȝhhndȣȣȥȥaaeeooooooooyylntjȸȹaccltszɂɂbuʌeejjqqrryy";
    private static final String GREEK = ""
            + "ͱͱͳͳʹ ͷͷ   ͻͼͽ ϳ      α εηι ο υωιαβγδεζηθικλμνξοπρ στυφχψωιυαεηιυαβγδεζηθικλμνξοπρσστυφχψωιυουωϗβθυυ"
            + "υφπϗϙϙϛϛϝϝϟϟϡϡϣϣϥϥϧϧϩϩϫϫϭϭϯϯκρσϳθε ϸϸσϻϻϼͻͼͽ";
    private static final String CYRILLIC = ""
            + "ееђгєѕііјљњћкиуџабвгдежзииклмнопрстуфхцчшщъыьэюяабвгдежзииклмнопрстуфхцчшщъыьэюяееђгєѕііјљњћкиуџѡѡѣѣ"
            + "ѥѥѧѧѩѩѫѫѭѭѯѯѱѱѳѳѵѵѵѵѹѹѻѻѽѽѿѿҁҁ        ҋҋҍҍҏҏґґғғҕҕҗҗҙҙққҝҝҟҟҡҡңңҥҥҧҧҩҩҫҫҭҭүүұұҳҳҵҵҷҷҹҹһһҽҽҿҿӏжжӄӄӆӆӈ"
            + "ӈӊӊӌӌӎӎӏааааӕӕееәәәәжжззӡӡииииооөөөөээууууууччӷӷыыӻӻӽӽӿӿԁԁԃԃԅԅԇԇԉԉԋԋԍԍԏԏԑԑԓԓԕԕԗԗԙԙԛԛԝԝԟԟԡԡԣԣԥԥԧԧԩԩԫԫ"
            + "ԭԭԯԯ";
    private static final String LATIN_MORE = ""
            + "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssss"
            + "ssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyasẜẝßẟaaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeee"
            + "iiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyyỻỻỽỽỿỿ";
    private static final String GREEK_MORE = ""
            + "ααααααααααααααααεεεεεε  εεεεεε  ηηηηηηηηηηηηηηηηιιιιιιιιιιιιιιιιοοοοοο  οοοοοο  υυυυυυυυ υ υ υ υωωωω"
            + "ωωωωωωωωωωωωααεεηηιιοουυωω  ααααααααααααααααηηηηηηηηηηηηηηηηωωωωωωωωωωωωωωωωααααα ααααααα ι   ηηη ηη"
            + "εεηηη   ιιιι  ιιιιιι    υυυυρρυυυυυυρ     ωωω ωωοοωωω   ";
    private static final String ARABIC_FORMS = ""
            + "ءااااووااييييااببببههتتتتثثثثججججححححخخخخددذذررززسسسسششششصصصصضضضضططططظظظظععععغغغغففففققققككككللللممم"
            + "مننننههههووييييييلللللللل";
    /** What half-width katakana stand for, from U+FF66. */
    private static final String NARROW_KANA = "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";
    /** The noughts of digits that are folded to ours. */
    private static final String NOUGHTS = "\u0660\u06f0\u07c0\u0966\u09e6\u0a66\u0ae6\u0b66\u0be6\u0c66\u0ce6\u0d66\u0e50\u0ed0\u0f20\u1040\u17e0\u1810";
    private static final String HEBREW_FINALS = "ךםןףץ";
    private static final String HEBREW_USUAL = "כמנפצ";
    /** Kana that take a voiced mark, as hiragana. */
    private static final String VOICED = "かきくけこさしすせそたちつてとはひふへほ";

    private Folding() {}

    /** The folded text; what is not part of a word is a blank. */
    public static String fold(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            one(c, out);
        }
        return out.toString();
    }

    /** One letter alone, folded; empty where it is dropped, a blank where it is not part of a word. */
    static String fold(int c) {
        StringBuilder out = new StringBuilder(2);
        one(c, out);
        return out.toString();
    }

    private static void one(int c, StringBuilder out) {
        if (c < 0x80) {
            boolean word = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
            out.append(word ? (char) c : c >= 'A' && c <= 'Z' ? (char) (c + 32) : ' ');
        } else if (dropped(c)) {
            return;
        } else if (c >= 0xff01 && c <= 0xff5e) {
            one(c - 0xfee0, out);
        } else if (c == 0x3099 || c == 0x309a || c == 0xff9e || c == 0xff9f) {
            voice(c == 0x3099 || c == 0xff9e, out);
        } else if (c >= 0x1161 && c <= 0x1175 || c > 0x11a7 && c <= 0x11c2) {
            hangul(c, out);
        } else if (c > 0xffff) {
            // Letters of the further planes stand as they are; pictures and signs part words.
            boolean sign = c >= 0x1f000 && c < 0x20000 || c >= 0x1d000 && c < 0x1d400;
            out.appendCodePoint(sign ? ' ' : c);
        } else if (separates(c)) {
            out.append(' ');
        } else {
            letter((char) c, out);
        }
    }

    private static void letter(char c, StringBuilder out) {
        char plain = plain(c);
        switch (plain) {
            case 'ß' -> out.append("ss");
            case 'æ' -> out.append("ae");
            case 'œ' -> out.append("oe");
            case 'þ' -> out.append("th");
            case 'ĳ' -> out.append("ij");
            case 'ǆ' -> out.append("dz");
            case 'ǉ' -> out.append("lj");
            case 'ǌ' -> out.append("nj");
            case 'ﻻ' -> out.append("لا");
            default -> out.append(plain);
        }
    }

    private static char plain(char c) {
        int digit = digit(c);
        if (digit >= 0) {
            return (char) ('0' + digit);
        }
        char found = inTables(c);
        if (found != c) {
            return found;
        }
        if (c >= 'Ա' && c <= 'Ֆ') {
            return (char) (c + 48);
        }
        if (c >= 0x1c90 && c <= 0x1cbf) {
            return (char) (c - 3008);
        }
        if (c >= 0xff66 && c <= 0xff9d) {
            return hiragana(NARROW_KANA.charAt(c - 0xff66));
        }
        int last = HEBREW_FINALS.indexOf(c);
        return last >= 0 ? HEBREW_USUAL.charAt(last) : hiragana(arabic(c));
    }

    private static char inTables(char c) {
        if (c < 0xc0) {
            return c == 'ª' ? 'a' : c == 'º' ? 'o' : c == 'µ' ? 'μ' : c;
        } else if (c <= 0x24f) {
            return at(LATIN, c, 0xc0);
        } else if (c >= 0x370 && c <= 0x3ff) {
            return at(GREEK, c, 0x370);
        } else if (c >= 0x400 && c <= 0x52f) {
            return at(CYRILLIC, c, 0x400);
        } else if (c >= 0x1e00 && c <= 0x1eff) {
            return at(LATIN_MORE, c, 0x1e00);
        } else if (c >= 0x1f00 && c <= 0x1fff) {
            return at(GREEK_MORE, c, 0x1f00);
        } else if (c >= 0xfef5 && c <= 0xfefc) {
            return 'ﻻ';
        } else if (c >= 0xfe80 && c < 0xfef5) {
            return arabic(at(ARABIC_FORMS, c, 0xfe80));
        }
        return c;
    }

    private static char at(String table, char c, int from) {
        return table.charAt(c - from);
    }

    /** Alef in all its forms, and the letters that are written one for the other. */
    private static char arabic(char c) {
        return switch (c) {
            case 'آ', 'أ', 'إ', 'ٱ', 'ٲ', 'ٳ' -> 'ا';
            case 'ؤ' -> 'و';
            case 'ئ', 'ى', 'ی', 'ې' -> 'ي';
            case 'ة', 'ہ', 'ھ', 'ە' -> 'ه';
            case 'ک' -> 'ك';
            default -> c;
        };
    }

    private static char hiragana(char c) {
        return c >= 0x30a1 && c <= 0x30f6 ? (char) (c - 0x60) : c;
    }

    private static int digit(char c) {
        if (c < 0x660 || c > 0x17e9 && c != 0x1810 && (c < 0x1810 || c > 0x1819)) {
            return -1;
        }
        for (int i = 0; i < NOUGHTS.length(); i++) {
            int value = c - NOUGHTS.charAt(i);
            if (value >= 0 && value <= 9) {
                return value;
            }
        }
        return -1;
    }

    /** A voiced mark that stands by itself joins the kana before it. */
    private static void voice(boolean voiced, StringBuilder out) {
        int last = out.length() - 1;
        char before = last < 0 ? ' ' : out.charAt(last);
        int place = VOICED.indexOf(before);
        if (place >= 0 && (voiced || place >= 15)) {
            out.setCharAt(last, (char) (before + (voiced ? 1 : 2)));
        } else if (voiced && before == 'う') {
            out.setCharAt(last, 'ゔ');
        }
    }

    /** Hangul written letter by letter becomes syllables (Unicode, section 3.12). */
    private static void hangul(int c, StringBuilder out) {
        int last = out.length() - 1;
        int before = last < 0 ? 0 : out.charAt(last);
        if (c <= 0x1175 && before >= 0x1100 && before <= 0x1112) {
            out.setCharAt(last, (char) (0xac00 + ((before - 0x1100) * 21 + c - 0x1161) * 28));
        } else if (c > 0x11a7 && before >= 0xac00 && before <= 0xd7a3 && (before - 0xac00) % 28 == 0) {
            out.setCharAt(last, (char) (before + c - 0x11a7));
        } else {
            out.append((char) c);
        }
    }

    /** Marks upon letters, and signs that are not seen. */
    private static boolean dropped(int c) {
        if (c < 0x300) {
            return c == 0xad;
        }
        return c <= 0x36f || c >= 0x483 && c <= 0x487
                || c >= 0x591 && c <= 0x5c7 && c != 0x5be && c != 0x5c0 && c != 0x5c3 && c != 0x5c6
                || c >= 0x610 && c <= 0x61a || c == 0x61c || c == 0x640 || c >= 0x64b && c <= 0x65f || c == 0x670
                || c >= 0x6d6 && c <= 0x6ed && c != 0x6d6 + 7 && c != 0x6e5 && c != 0x6e6 && c != 0x6e9
                || c >= 0x1ab0 && c <= 0x1aff || c >= 0x1dc0 && c <= 0x1dff || c >= 0x200b && c <= 0x200f || c >= 0x202a && c <= 0x202e
                || c >= 0x2060 && c <= 0x206f || c >= 0x20d0 && c <= 0x20ff || c >= 0xfe00 && c <= 0xfe0f || c >= 0xfe20 && c <= 0xfe2f
                || c == 0xfeff || c >= 0xe0100 && c <= 0xe01ef;
    }

    /** What stands between words, outside ASCII. */
    private static boolean separates(int c) {
        if (c < 0x370) {
            return c < 0xc0 && c != 0xaa && c != 0xb5 && c != 0xba || c == 0xd7 || c == 0xf7 || c >= 0x2b0;
        }
        if (c >= 0x2000) {
            return c < 0x2c00 || c >= 0x2e00 && c < 0x2e80 || c >= 0x3000 && c < 0x3041 && (c < 0x3005 || c > 0x3007)
                    || c == 0x30a0 || c == 0x30fb || c >= 0x3200 && c < 0x3400 || c >= 0xd800 && c < 0xf900
                    || c >= 0xfd3e && c <= 0xfd3f || c >= 0xfdfc && c < 0xfe70 || c >= 0xff5f && c < 0xff66 || c >= 0xffe0;
        }
        return c == 0x374 || c == 0x375 || c == 0x37e || c == 0x387 || c >= 0x55a && c <= 0x55f || c == 0x589 || c == 0x58a
                || c == 0x5be || c == 0x5c0 || c == 0x5c3 || c == 0x5c6 || c == 0x5f3 || c == 0x5f4 || c >= 0x600 && c < 0x620 || c >= 0x66a && c <= 0x66d
                || c == 0x6d4 || c == 0x6dd
                || c == 0x6e9 || c == 0x964 || c == 0x965 || c == 0xe2f || c == 0xe4f || c == 0xe5a || c == 0xe5b || c >= 0xf04 && c <= 0xf14
                || c >= 0x104a && c <= 0x104f || c >= 0x1360 && c <= 0x1368 || c == 0x166d || c == 0x166e || c >= 0x17d4 && c <= 0x17da;
    }

    /** Whether a folded letter is of a script that is written without blanks between words. */
    static boolean packed(int c) {
        return c >= 0xe00 && c < 0xf00 && (c < 0xe50 || c >= 0xe80) || c >= 0xf40 && c < 0xfc0 || c >= 0x1000 && c < 0x10a0 || c >= 0x1780 && c < 0x17e0
                || c >= 0x3005 && c <= 0x312f || c >= 0x31a0 && c < 0x3200 || c >= 0x3400 && c < 0xa000 || c >= 0xf900 && c < 0xfb00
                || c >= 0x20000 && c < 0x40000;
    }
}
