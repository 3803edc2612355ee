package weft.practice;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A quantity of a thing as people write it: "5 kg", "0,75 l", "1 1/2", "½ Bund", "2–3".
 *
 * @param low the quantity, or the lower end
 * @param high the upper end, where two were written
 * @param looks how it was written
 * @param rest what follows: the unit and more, with the blank before it
 */
record Amount(Fraction low, Optional<Fraction> high, Looks looks, String rest) {
    /** How a quantity was written, so that the new one can be written alike. */
    enum Looks { WHOLE, DECIMAL, FRACTION }

    private static final String NUMBER = "\\p{Nd}{1,9} \\p{Nd}{1,3}/\\p{Nd}{1,3}|\\p{Nd}{1,3}/\\p{Nd}{1,3}|\\p{Nd}{0,9} "
            + "?[\u00bc\u00bd\u00be\u2153\u2154\u215b]|"
            + "\\p{Nd}{1,3}(?:[\u202f\u00a0 ]\\p{Nd}{3})+(?!\\p{Nd})|\\p{Nd}{1,9}(?:[.,\u066b]\\p{Nd}{1,6})?";
    private static final Pattern AMOUNT = Pattern.compile("^(" + NUMBER + ")(?: ?[-\u2013] ?(" + NUMBER + "))?(.*)$", Pattern.DOTALL);
    private static final Map<String, String> VULGAR = Map.of("\u00bc", "1/4", "\u00bd", "1/2", "\u00be", "3/4", "\u2153", "1/3", "\u2154", "2/3",
            "\u215b", "1/8");
    private static final Set<String> COMMA = Set.of("fr", "de", "es", "it", "pt", "nl", "pl", "ru", "uk", "tr", "sv", "da", "nb", "fi", "cs", "el",
            "ro", "hu", "ca", "eu");
    /** Small unit to the large one that is a thousand of it. */
    private static final Map<String, String> LARGER = Map.of("g", "kg", "ml", "l", "mm", "m");
    private static final Map<String, String> SMALLER = Map.of("kg", "g", "l", "ml", "L", "ml");

    /** Reads the beginning of a table's cell; nothing where it does not begin with a number. */
    static Optional<Amount> read(String cell) {
        Matcher found = AMOUNT.matcher(cell.strip());
        if (!found.matches()) {
            return Optional.empty();
        }
        String low = found.group(1);
        Looks looks = low.contains("/") || VULGAR.keySet().stream().anyMatch(low::contains) ? Looks.FRACTION
                : low.matches(".*[.,\u066b].*") ? Looks.DECIMAL : Looks.WHOLE;
        Optional<Fraction> first = number(low);
        Optional<Fraction> second = found.group(2) == null ? Optional.empty() : number(found.group(2));
        if (first.isEmpty() || found.group(2) != null && second.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Amount(first.get(), second, looks, found.group(3)));
    }

    private static Optional<Fraction> number(String written) {
        StringBuilder digits = new StringBuilder();
        written.codePoints().forEach(c -> digits.append(Character.isDigit(c) ? (char) ('0' + Character.digit(c, 10)) + "" : c == 0x66b ? "."
                : new String(Character.toChars(c))));
        String plain = digits.toString();
        for (Map.Entry<String, String> one : VULGAR.entrySet()) {
            plain = plain.replace(one.getKey(), " " + one.getValue());
        }
        plain = plain.strip().replaceAll(" +", " ");
        if (plain.contains("/")) {
            String[] parts = plain.split(" ");
            String[] halves = parts[parts.length - 1].split("/");
            Fraction whole = parts.length > 1 ? Fraction.of(Long.parseLong(parts[0]), 1) : Fraction.of(0, 1);
            long below = Long.parseLong(halves[1]);
            return below == 0 ? Optional.empty() : Optional.of(whole.plus(Fraction.of(Long.parseLong(halves[0]), below)));
        }
        BigDecimal value = new BigDecimal(plain.replaceAll("[\u202f\u00a0 ]", "").replace(',', '.'));
        return Optional.of(new Fraction(value.unscaledValue(), BigInteger.TEN.pow(Math.max(0, value.scale()))).least());
    }

    /** The text for another number of people. */
    String times(Fraction factor, String language, Optional<String> digits) {
        String unit = rest.strip().split("[\\s,;(]", 2)[0];
        Fraction first = low.times(factor);
        Optional<Fraction> second = high.map(end -> end.times(factor));
        String follow = rest;
        Looks as = looks;
        if (LARGER.containsKey(unit) && first.atLeast(1000)) {
            first = first.times(Fraction.of(1, 1000));
            second = second.map(end -> end.times(Fraction.of(1, 1000)));
            follow = rest.replaceFirst(Pattern.quote(unit), LARGER.getOrDefault(unit, unit));
            as = Looks.DECIMAL;
        } else if (SMALLER.containsKey(unit) && !first.atLeast(1) && looks != Looks.FRACTION) {
            first = first.times(Fraction.of(1000, 1));
            second = second.map(end -> end.times(Fraction.of(1000, 1)));
            follow = rest.replaceFirst(Pattern.quote(unit), SMALLER.getOrDefault(unit, unit));
            as = Looks.DECIMAL;
        }
        // What is counted in whole things ("16 cold boxes") is rounded up, what is weighed or measured is not.
        boolean counted = as == Looks.WHOLE && !LARGER.containsKey(unit) && !SMALLER.containsKey(unit);
        Looks wanted = as;
        String out = write(first, wanted, counted, language) + second.map(end -> "\u2013" + write(end, wanted, counted, language)).orElse("");
        return digits.map(zero -> inDigits(out, zero)).orElse(out) + follow;
    }

    private static String write(Fraction value, Looks looks, boolean counted, String language) {
        if (counted) {
            return value.up().toString();
        }
        if (looks == Looks.FRACTION) {
            Optional<String> written = value.written();
            if (written.isPresent()) {
                return written.get();
            }
        }
        BigDecimal exact = new BigDecimal(value.above()).divide(new BigDecimal(value.below()), MathContext.DECIMAL64);
        BigDecimal round = exact.round(new MathContext(3, RoundingMode.HALF_UP));
        BigDecimal shown = exact.compareTo(new BigDecimal(1000)) >= 0 ? exact.setScale(0, RoundingMode.HALF_UP) : round.stripTrailingZeros();
        String plain = shown.signum() == 0 ? "0" : shown.toPlainString();
        return COMMA.contains(language.split("-")[0]) ? plain.replace('.', ',') : plain;
    }

    private static String inDigits(String text, String zero) {
        StringBuilder out = new StringBuilder();
        boolean arabic = zero.equals("\u0660") || zero.equals("\u06f0");
        text.codePoints().forEach(c -> out.appendCodePoint(c >= '0' && c <= '9' ? zero.codePointAt(0) + c - '0' : c == '.' && arabic ? 0x66b : c));
        return out.toString();
    }
}
