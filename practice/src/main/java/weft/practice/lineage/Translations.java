package weft.practice.lineage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import weft.practice.Ancestor;
import weft.practice.Front;
import weft.practice.Paragraph;
import weft.practice.Practice;
import weft.primitives.Bytes;
import weft.primitives.Primitives;

/** A practice and a translation of it, side by side. */
public final class Translations {
    private Translations() {}

    /** How a paragraph of a translation stands to its source. */
    public enum State {
        /** It renders the paragraph beside it as that is now. */
        VALID,
        /** The paragraph beside it has changed since. */
        STALE,
        /** Nobody has translated it yet. */
        MISSING,
        /** What it rendered is no longer there, or it never rendered anything. */
        EXTRA
    }

    /**
     * One line of the two texts.
     *
     * @param source a paragraph of the source, but for {@link State#EXTRA}
     * @param translation what renders it, but for {@link State#MISSING}
     * @param state how they stand to each other
     */
    public record Pair(Optional<Paragraph> source, Optional<Paragraph> translation, State state) {}

    /** The two texts aligned, in the order of the source; a translation that bears no hashes is taken to render paragraph by paragraph. */
    public static List<Pair> beside(Primitives primitives, Practice source, Practice translation) {
        List<Paragraph> from = source.paragraphs();
        List<Paragraph> to = translation.paragraphs();
        List<Bytes> hashes = Comparison.hashes(primitives, from);
        List<Optional<Bytes>> claims = translation.front().sourceParagraphs();
        if (claims.size() != to.size()) {
            return inOrder(from, to);
        }
        Map<Bytes, Integer> places = new HashMap<>();
        for (int i = hashes.size() - 1; i >= 0; i--) {
            places.put(hashes.get(i), i);
        }
        int[] rendered = new int[from.size()];
        java.util.Arrays.fill(rendered, -1);
        Set<Integer> valid = new HashSet<>();
        for (int j = 0; j < to.size(); j++) {
            Integer place = claims.get(j).map(places::get).orElse(null);
            // Two equal paragraphs of a source have one hash: the next free one of them is meant.
            while (place != null && rendered[place] >= 0) {
                place = next(hashes, place);
            }
            if (place != null) {
                rendered[place] = j;
                valid.add(j);
            }
        }
        return lines(from, to, claims, rendered, valid);
    }

    private static @org.jspecify.annotations.Nullable Integer next(List<Bytes> hashes, int place) {
        for (int i = place + 1; i < hashes.size(); i++) {
            if (hashes.get(i).equals(hashes.get(place))) {
                return i;
            }
        }
        return null;
    }

    private static List<Pair> lines(List<Paragraph> from, List<Paragraph> to, List<Optional<Bytes>> claims, int[] rendered, Set<Integer> valid) {
        List<Pair> out = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < from.size(); i++) {
            if (rendered[i] >= 0) {
                // What was translated between here and the last one renders something that is gone.
                for (; at < rendered[i]; at++) {
                    if (!valid.contains(at)) {
                        out.add(new Pair(Optional.empty(), Optional.of(to.get(at)), State.EXTRA));
                    }
                }
                at = Math.max(at, rendered[i] + 1);
                out.add(new Pair(Optional.of(from.get(i)), Optional.of(to.get(rendered[i])), State.VALID));
                continue;
            }
            int j = at;
            while (j < to.size() && !valid.contains(j) && claims.get(j).isEmpty()) {
                j++;
            }
            // A stale paragraph that stands in the same gap is the old rendering of this one, where they are of one kind.
            if (j < to.size() && !valid.contains(j) && to.get(j).kind() == from.get(i).kind()) {
                for (; at < j; at++) {
                    out.add(new Pair(Optional.empty(), Optional.of(to.get(at)), State.EXTRA));
                }
                out.add(new Pair(Optional.of(from.get(i)), Optional.of(to.get(at++)), State.STALE));
            } else {
                out.add(new Pair(Optional.of(from.get(i)), Optional.empty(), State.MISSING));
            }
        }
        for (; at < to.size(); at++) {
            if (!valid.contains(at)) {
                out.add(new Pair(Optional.empty(), Optional.of(to.get(at)), State.EXTRA));
            }
        }
        return out;
    }

    private static List<Pair> inOrder(List<Paragraph> from, List<Paragraph> to) {
        List<Pair> out = new ArrayList<>();
        boolean fits = from.size() == to.size();
        for (int i = 0; i < Math.max(from.size(), to.size()); i++) {
            Optional<Paragraph> left = i < from.size() ? Optional.of(from.get(i)) : Optional.empty();
            Optional<Paragraph> right = i < to.size() ? Optional.of(to.get(i)) : Optional.empty();
            State state = left.isEmpty() ? State.EXTRA : right.isEmpty() ? State.MISSING : fits && left.get().kind() == right.get().kind()
                    ? State.VALID : State.STALE;
            out.add(new Pair(left, right, state));
        }
        return out;
    }

    /**
     * A translation that says what each of its paragraphs renders.
     *
     * @param front its own head; what it is a translation of is set here
     * @param source what it renders
     * @param address where the source is found
     * @param paragraphs for each paragraph of the source its rendering, if there is one yet; as many as the source has
     */
    public static Practice write(Primitives primitives, Front front, Practice source, Ancestor address, List<Optional<Paragraph>> paragraphs) {
        List<Bytes> hashes = Comparison.hashes(primitives, source.paragraphs());
        if (hashes.size() != paragraphs.size()) {
            throw new IllegalArgumentException("as many renderings as paragraphs: " + paragraphs.size() + " of " + hashes.size());
        }
        List<Paragraph> text = new ArrayList<>();
        List<Optional<Bytes>> claims = new ArrayList<>();
        for (int i = 0; i < paragraphs.size(); i++) {
            Optional<Bytes> hash = Optional.of(hashes.get(i));
            paragraphs.get(i).ifPresent(paragraph -> {
                text.add(paragraph);
                claims.add(hash);
            });
        }
        return new Practice(front.from(front.derivedFrom(), Optional.of(address), claims), weft.practice.Paragraphs.join(text));
    }

    /**
     * The one of several renderings that a reader reads best: the first of their languages that there is, also where only its primary
     * tag fits; else the original, else the first.
     *
     * @param reads language tags, the dearest first
     */
    public static Optional<Practice> best(Collection<Practice> all, List<String> reads) {
        for (String tag : reads) {
            Optional<Practice> exact = all.stream().filter(practice -> practice.front().language().equalsIgnoreCase(tag)).findFirst();
            Optional<Practice> close = exact.or(() -> all.stream().filter(practice -> primary(practice.front().language()).equals(primary(tag))).findFirst());
            if (close.isPresent()) {
                return close;
            }
        }
        return all.stream().filter(practice -> practice.front().translationOf().isEmpty()).findFirst().or(() -> all.stream().findFirst());
    }

    private static String primary(String tag) {
        return tag.split("-", 2)[0].toLowerCase(java.util.Locale.ROOT);
    }
}
