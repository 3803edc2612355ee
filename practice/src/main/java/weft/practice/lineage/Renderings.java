package weft.practice.lineage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import weft.practice.Front;
import weft.practice.Paragraph;
import weft.practice.Paragraphs;
import weft.practice.Practice;
import weft.primitives.Bytes;
import weft.primitives.Primitives;

/** A translation in the making: each paragraph of the source with what renders it and the hash of what that rendered. */
public final class Renderings {
    /** What makes a paragraph a heading, an item or a quotation; a translator need not type it. */
    private static final Pattern MARK = Pattern.compile("^(#{1,6} |[-*+] (?:\\[[ xX]\\] )?|[0-9]{1,9}[.)] |> ?)");

    private Renderings() {}

    /**
     * A paragraph of the source.
     *
     * @param source as it is now
     * @param rendering what renders it, if anything does yet
     * @param claim the hash of the paragraph that the rendering was made from
     * @param state how they stand to each other
     */
    public record Line(Paragraph source, Optional<Paragraph> rendering, Optional<Bytes> claim, Translations.State state) {
        /**
         * The same with what a person typed. What rendered an older paragraph and was not touched stays marked, unless they say that it fits.
         *
         * @param text without marks
         * @param fits whether they say that it renders the paragraph as it is now
         */
        public Line with(Primitives primitives, String text, boolean fits) {
            String clean = text.strip().replaceAll("\n[ \t]*\n+", "\n");
            if (clean.isEmpty()) {
                return new Line(source, Optional.empty(), Optional.empty(), Translations.State.MISSING);
            }
            if (state == Translations.State.STALE && !fits && rendering.map(Renderings::bare).filter(clean::equals).isPresent()) {
                return this;
            }
            return new Line(source, Optional.of(like(source, clean)), Optional.of(source.hash(primitives)), Translations.State.VALID);
        }
    }

    /** One line for each paragraph of the source; what renders nothing of it any more is left out. */
    public static List<Line> lines(Primitives primitives, Practice source, Practice translation) {
        List<Paragraph> to = translation.paragraphs();
        List<Optional<Bytes>> claims = translation.front().sourceParagraphs();
        boolean claimed = claims.size() == to.size();
        boolean[] used = new boolean[to.size()];
        List<Line> out = new ArrayList<>();
        for (Translations.Pair pair : Translations.beside(primitives, source, translation)) {
            if (pair.source().isEmpty()) {
                continue;
            }
            Optional<Bytes> claim = pair.state() == Translations.State.VALID ? Optional.of(pair.source().get().hash(primitives))
                    : pair.translation().flatMap(paragraph -> claimed ? claim(to, claims, used, paragraph) : Optional.empty());
            out.add(new Line(pair.source().get(), pair.translation(), claim, pair.state()));
        }
        return out;
    }

    private static Optional<Bytes> claim(List<Paragraph> to, List<Optional<Bytes>> claims, boolean[] used, Paragraph paragraph) {
        for (int j = 0; j < to.size(); j++) {
            if (!used[j] && to.get(j).equals(paragraph)) {
                used[j] = true;
                return claims.get(j);
            }
        }
        return Optional.empty();
    }

    /** The words of a paragraph without what makes it a heading, an item or a quotation. */
    public static String bare(Paragraph paragraph) {
        Matcher mark = MARK.matcher(paragraph.text());
        return mark.find() ? paragraph.text().substring(mark.end()) : paragraph.text();
    }

    /** A paragraph of the kind of another, with the words given. */
    static Paragraph like(Paragraph source, String words) {
        Matcher mark = MARK.matcher(source.text());
        String text = mark.find() && !MARK.matcher(words).find() ? mark.group() + words : words;
        return new Paragraph(source.kind(), text);
    }

    /** The practice that the lines make; a head that says what each paragraph renders, as far as the paragraphs are told apart. */
    public static Practice write(Front front, List<Line> lines) {
        List<Paragraph> text = new ArrayList<>();
        List<Optional<Bytes>> claims = new ArrayList<>();
        for (Line line : lines) {
            line.rendering().ifPresent(paragraph -> {
                text.add(paragraph);
                claims.add(line.claim());
            });
        }
        String joined = Paragraphs.join(text);
        boolean fits = !text.isEmpty() && Paragraphs.split(joined).size() == claims.size();
        return new Practice(front.from(front.derivedFrom(), front.translationOf(), fits ? claims : List.of()), joined);
    }
}
