package weft.wire.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @ParameterizedTest
    @ValueSource(strings = {
        "null", "true", "false", "0", "-1", "-0", "0.5", "1e5", "1E+5", "1.5e-10", "123456789012345678901234567890", "\"\"", "[]", "{}", " [ ] ", "\t{\r\n} ",
        "[1,[2,[3]]]", "{\"a\":{\"b\":[null,true]}}", "\"\\u0041\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\ud83c\\udf3b\"", "\"\u2028\u007f\uffff\"", "{\"\":0}",
        "[\"a\",\"a\"]", "\"🌻\""})
    void takes(String text) {
        assertThat(Json.read(text)).isInstanceOf(Checked.Good.class);
        Json value = Json.read(text).orThrow();
        assertThat(Json.read(value.write()).orThrow()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", " ", "nul", "nulll", "True", "NaN", "Infinity", "-", "+1", "01", "-01", "1.", ".5", "1e", "1e+", "0x10", "1_000", "1 2", "'a'", "\"a",
                "\"a\nb\"", "\"a\tb\"", "\"\\x\"",
        "\"\\u12\"", "\"\\u12G4\"", "\"\\u+123\"", "\"\\U0041\"", "\"\\\"", "[", "]", "[1", "[1,", "[1,]", "[,1]", "[1 2]", "[1]]", "{", "}", "{\"a\"}",
        "{\"a\":}", "{\"a\":1,}", "{,}", "{a:1}",
        "{1:1}", "{\"a\" 1}", "{\"a\":1 \"b\":2}", "{\"a\":1}}", "[]//", "/*x*/[]", "[1]x", "\u00a01", "\ufeff1", "\f1", "\u00001", "\"\\u00\uff11\uff11\"",
        "\uff11"})
    void refuses(String text) {
        assertThat(Json.read(text)).as(text).isInstanceOfSatisfying(Checked.Bad.class, bad -> assertThat(bad.fault()).isEqualTo(JsonFault.NOT_JSON));
    }

    @Test
    void refusesForItsOwnReasons() {
        assertThat(faultOf("{\"a\":1,\"a\":1}")).isEqualTo(JsonFault.DUPLICATE_NAME);
        assertThat(faultOf("{\"a\":1,\"\\u0061\":1}")).as("the same name, escaped").isEqualTo(JsonFault.DUPLICATE_NAME);
        assertThat(faultOf("[{\"b\":{\"a\":1,\"a\":null}}]")).isEqualTo(JsonFault.DUPLICATE_NAME);
        for (String lone : List.of("\\ud800", "\\udc00", "\\udc00\\ud800", "\\ud800\\ud800", "\\ud800x", "\ud800", "\udc00x", "\\ud83c\\n")) {
            assertThat(faultOf("\"" + lone + "\"")).as(lone).isEqualTo(JsonFault.LONE_SURROGATE);
        }
        assertThat(Json.read("[".repeat(33) + "]".repeat(33))).isInstanceOf(Checked.Good.class);
        assertThat(faultOf("[".repeat(34) + "]".repeat(34))).isEqualTo(JsonFault.TOO_DEEP);
        assertThat(faultOf("[".repeat(100_000))).isEqualTo(JsonFault.TOO_DEEP);
        assertThat(faultOf("{\"a\":".repeat(100_000))).isEqualTo(JsonFault.TOO_DEEP);
    }

    private static Fault faultOf(String text) {
        return switch (Json.read(text)) {
            case Checked.Good<Json> good -> throw new AssertionError("taken: " + text);
            case Checked.Bad<Json>(Fault fault, String detail) -> fault;
        };
    }

    @Test
    void numbersKeepTheirLiteral() {
        assertThat(((Json.Num) Json.read("1.0").orThrow()).whole()).isEmpty();
        assertThat(((Json.Num) Json.read("1e3").orThrow()).whole()).isEmpty();
        assertThat(((Json.Num) Json.read("-0").orThrow()).whole()).isEmpty();
        assertThat(((Json.Num) Json.read("9223372036854775807").orThrow()).whole()).isEqualTo(Optional.of(Long.MAX_VALUE));
        assertThat(((Json.Num) Json.read("-9223372036854775808").orThrow()).whole()).isEqualTo(Optional.of(Long.MIN_VALUE));
        assertThat(((Json.Num) Json.read("9223372036854775808").orThrow()).whole()).isEmpty();
        assertThat(((Json.Num) Json.read("123456789012345678901234567890").orThrow()).whole()).isEmpty();
        assertThat(Json.read("1.50e+07").orThrow().write()).isEqualTo("1.50e+07");
    }

    @Test
    void writesControlCharactersAsJsonWantsThem() {
        assertThat(Json.of("\u0000\u001f\u007f\u2028/\"\\\b\f\n\r\té").write()).isEqualTo("\"\\u0000\\u001f\u007f\u2028/\\\"\\\\\\b\\f\\n\\r\\té\"");
    }

    /** Whatever is written is read back; whatever is broken at one place never throws. */
    @Test
    void roundTripsAndNeverThrows() {
        Random random = new Random(20261123);
        for (int i = 0; i < 3_000; i++) {
            Json value = any(random, 4);
            String text = value.write();
            assertThat(Json.read(text).orThrow()).isEqualTo(value);
            int at = random.nextInt(text.length());
            String broken = text.substring(0, at) + (char) random.nextInt(0x80) + text.substring(random.nextBoolean() ? at : at + 1);
            assertThat(Json.read(broken)).isNotNull();
            assertThat(Json.read(text.substring(0, at))).isNotNull();
        }
    }

    private static Json any(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 6)) {
            case 0 -> Json.Null.NULL;
            case 1 -> Json.of(random.nextBoolean());
            case 2 -> Json.of(random.nextLong() >> random.nextInt(64));
            case 3 -> Json.of(text(random));
            case 4 -> {
                List<Json> items = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    items.add(any(random, depth - 1));
                }
                yield Json.array(items);
            }
            default -> {
                Map<String, Json> members = new LinkedHashMap<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    members.put(text(random), any(random, depth - 1));
                }
                yield new Json.Obj(members);
            }
        };
    }

    private static String text(Random random) {
        StringBuilder out = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            int point = switch (random.nextInt(4)) {
                case 0 -> random.nextInt(0x20);
                case 1 -> random.nextInt(0x80);
                case 2 -> 0x10000 + random.nextInt(0x1000);
                default -> random.nextInt(0xd800);
            };
            out.appendCodePoint(point);
        }
        return out.toString();
    }
}
