package weft.practice.lineage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weft.practice.Ancestor;
import weft.practice.Paragraph;
import weft.practice.Practice;

/** Makes a practice one's own. */
public final class Adapting {
    private Adapting() {}

    /** A copy that says where it comes from. A fork of a translation stays in its language and claims no source paragraphs. */
    public static Practice fork(Practice parent, Ancestor address) {
        return new Practice(parent.front().from(Optional.of(address), Optional.empty(), List.of()), parent.text());
    }

    /**
     * Takes over lines of a comparison with a relative, where {@code mine} was the old version and the relative the new one: what was changed
     * is replaced, what was added is put after the paragraph before it, what was removed is taken out.
     *
     * @param rows what {@link Comparison#of} gave for mine and the relative
     * @param indexes the rows to take over
     */
    public static Practice take(Practice mine, List<Row> rows, java.util.Set<Integer> indexes) {
        List<Paragraph> out = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            boolean taken = indexes.contains(i);
            switch (rows.get(i)) {
                case Row.Same(Paragraph paragraph) -> out.add(paragraph);
                case Row.Changed(Paragraph before, Paragraph after) -> out.add(taken ? after : before);
                case Row.Removed(Paragraph paragraph) -> {
                    if (!taken) {
                        out.add(paragraph);
                    }
                }
                case Row.Added(Paragraph paragraph) -> {
                    if (taken) {
                        out.add(paragraph);
                    }
                }
                // Where mine has it is not told by the rows, so it is put back below.
                case Row.Moved ignored -> { }
            }
        }
        List<Paragraph> moved = rows.stream().filter(Row.Moved.class::isInstance).map(row -> ((Row.Moved) row).paragraph()).toList();
        return mine.with(putBack(mine.paragraphs(), out, moved));
    }

    /** Puts each moved paragraph behind the one that it follows in mine. */
    private static List<Paragraph> putBack(List<Paragraph> mine, List<Paragraph> out, List<Paragraph> moved) {
        List<Paragraph> left = new ArrayList<>(moved);
        for (int i = 0; i < mine.size(); i++) {
            if (left.remove(mine.get(i))) {
                int after = i == 0 ? -1 : out.indexOf(mine.get(i - 1));
                out.add(i == 0 ? 0 : after < 0 ? out.size() : after + 1, mine.get(i));
            }
        }
        return out;
    }
}
