package weft.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tables for another number of people. A column scales where its heading holds one whole number and that number is the one of the front
 * matter's {@code for}: "for 50", "pour 50", "für 50", in any language. Running text is never touched.
 */
public final class Scaling {
    private static final Pattern WHOLE = Pattern.compile("\\p{Nd}+");

    private Scaling() {}

    /** Whether there is anything to scale. */
    public static boolean scales(Practice practice) {
        return practice.front().serves().isPresent() && practice.paragraphs().stream()
                .anyMatch(paragraph -> paragraph.kind() == Paragraph.Kind.TABLE && !columns(paragraph.text(), practice.front().serves().get()).isEmpty());
    }

    /** The practice for so many; the same where it does not scale. */
    public static Practice scale(Practice practice, int people) {
        if (practice.front().serves().isEmpty() || people < 1 || practice.front().serves().get() == people) {
            return practice;
        }
        int before = practice.front().serves().get();
        List<Paragraph> out = new ArrayList<>();
        for (Paragraph paragraph : practice.paragraphs()) {
            out.add(paragraph.kind() == Paragraph.Kind.TABLE
                    ? new Paragraph(Paragraph.Kind.TABLE, table(paragraph.text(), before, people, practice.front().language())) : paragraph);
        }
        return new Practice(practice.front().serving(Optional.of(people)), Paragraphs.join(out));
    }

    private static String table(String text, int before, int people, String language) {
        List<Integer> columns = columns(text, before);
        if (columns.isEmpty()) {
            return text;
        }
        List<String> lines = new ArrayList<>();
        Fraction factor = Fraction.of(people, before);
        int at = 0;
        for (String line : Lines.of(text)) {
            List<String> cells = cells(line);
            for (int column : columns) {
                if (column < cells.size() && at != 1) {
                    cells.set(column, at == 0 ? heading(cells.get(column), people) : cell(cells.get(column), factor, language));
                }
            }
            lines.add(at == 1 ? line : "| " + String.join(" | ", cells) + " |");
            at++;
        }
        return String.join("\n", lines);
    }

    private static String heading(String cell, int people) {
        Matcher number = WHOLE.matcher(cell);
        if (!number.find()) {
            return cell;
        }
        String now = zero(number.group()).map(zero -> shown(people, zero)).orElse(Integer.toString(people));
        return cell.substring(0, number.start()) + now + cell.substring(number.end());
    }

    private static String cell(String cell, Fraction factor, String language) {
        return Amount.read(cell).map(amount -> amount.times(factor, language, zero(cell))).orElse(cell);
    }

    /** The zero of the digits that a text uses, where they are not those of ASCII. */
    private static Optional<String> zero(String text) {
        return text.codePoints().filter(c -> c > 127 && Character.isDigit(c)).mapToObj(c -> new String(Character.toChars(c - Character.digit(c, 10))))
                .findFirst();
    }

    private static String shown(int number, String zero) {
        StringBuilder out = new StringBuilder();
        Integer.toString(number).chars().forEach(c -> out.appendCodePoint(zero.codePointAt(0) + c - '0'));
        return out.toString();
    }

    /** The columns, but the first, whose heading holds just this number. */
    private static List<Integer> columns(String table, int number) {
        List<String> head = cells(Lines.of(table).stream().findFirst().orElse(""));
        List<Integer> out = new ArrayList<>();
        for (int i = 1; i < head.size(); i++) {
            List<String> numbers = new ArrayList<>();
            Matcher found = WHOLE.matcher(head.get(i));
            while (found.find()) {
                numbers.add(found.group());
            }
            if (numbers.size() == 1 && numbers.getFirst().length() < 7 && value(numbers.getFirst()) == number) {
                out.add(i);
            }
        }
        return out;
    }

    private static int value(String digits) {
        return digits.codePoints().map(c -> Character.digit(c, 10)).reduce(0, (sum, digit) -> sum * 10 + digit);
    }

    /** The cells of a row; a bar after a backslash is part of its cell. */
    private static List<String> cells(String line) {
        String row = line.strip();
        row = row.startsWith("|") ? row.substring(1) : row;
        row = row.endsWith("|") && !row.endsWith("\\|") ? row.substring(0, row.length() - 1) : row;
        List<String> out = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        for (int i = 0; i < row.length(); i++) {
            char c = row.charAt(i);
            if (c == '|' && (i == 0 || row.charAt(i - 1) != '\\')) {
                out.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        out.add(cell.toString().strip());
        return out;
    }
}
