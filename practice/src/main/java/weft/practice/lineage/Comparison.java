package weft.practice.lineage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import weft.practice.Paragraph;
import weft.practice.Practice;
import weft.primitives.Bytes;
import weft.primitives.Primitives;

/** Compares two versions of a practice by their paragraphs. Takes n log n steps for equal paragraphs, whatever they are. */
public final class Comparison {
    /** How many words two paragraphs must share, of those that either has, to be versions of one. */
    private static final double ALIKE = 0.4;
    /** A longer stretch of paragraphs without a common one is compared in order only, so that hostile texts take no longer. */
    private static final int STRETCH = 60;

    private Comparison() {}

    /** The rows, in the order of the new version; what was removed stands where it was. */
    public static List<Row> of(Primitives primitives, Practice before, Practice after) {
        return rows(before.paragraphs(), after.paragraphs(), hashes(primitives, before.paragraphs()), hashes(primitives, after.paragraphs()));
    }

    static List<Bytes> hashes(Primitives primitives, List<Paragraph> paragraphs) {
        return paragraphs.stream().map(paragraph -> paragraph.hash(primitives)).toList();
    }

    private static List<Row> rows(List<Paragraph> before, List<Paragraph> after, List<Bytes> beforeHashes, List<Bytes> afterHashes) {
        int[] partner = partners(beforeHashes, afterHashes);
        boolean[] inOrder = longestRun(partner);
        Set<Integer> movedFrom = new HashSet<>();
        for (int j = 0; j < partner.length; j++) {
            if (partner[j] >= 0 && !inOrder[j]) {
                movedFrom.add(partner[j]);
            }
        }
        List<Row> out = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (j <= after.size()) {
            int next = j;
            while (next < after.size() && !inOrder[next]) {
                next++;
            }
            int upTo = next < after.size() ? partner[next] : before.size();
            List<Paragraph> old = new ArrayList<>();
            for (; i < upTo; i++) {
                if (!movedFrom.contains(i)) {
                    old.add(before.get(i));
                }
            }
            stretch(old, after, partner, j, next, out);
            if (next == after.size()) {
                break;
            }
            out.add(new Row.Same(after.get(next)));
            i = upTo + 1;
            j = next + 1;
        }
        return out;
    }

    /** For each new paragraph the index of an equal old one, or -1; the k-th of several equal ones belongs to the k-th. */
    private static int[] partners(List<Bytes> before, List<Bytes> after) {
        Map<Bytes, Deque<Integer>> places = new HashMap<>();
        for (int i = 0; i < before.size(); i++) {
            places.computeIfAbsent(before.get(i), hash -> new ArrayDeque<>()).add(i);
        }
        int[] out = new int[after.size()];
        for (int j = 0; j < out.length; j++) {
            Deque<Integer> left = places.get(after.get(j));
            out[j] = left == null || left.isEmpty() ? -1 : left.poll();
        }
        return out;
    }

    /** Marks a longest run of partners that rise (patience sorting). */
    private static boolean[] longestRun(int[] partner) {
        int[] tails = new int[partner.length];
        int[] previous = new int[partner.length];
        int length = 0;
        for (int j = 0; j < partner.length; j++) {
            if (partner[j] < 0) {
                continue;
            }
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (partner[tails[middle]] < partner[j]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            previous[j] = low == 0 ? -1 : tails[low - 1];
            tails[low] = j;
            length = Math.max(length, low + 1);
        }
        boolean[] out = new boolean[partner.length];
        for (int j = length == 0 ? -1 : tails[length - 1]; j >= 0; j = previous[j]) {
            out[j] = true;
        }
        return out;
    }

    /** Pairs what is alike between two common paragraphs, in order. */
    private static void stretch(List<Paragraph> old, List<Paragraph> after, int[] partner, int from, int to, List<Row> out) {
        int at = 0;
        for (int j = from; j < to; j++) {
            Paragraph now = after.get(j);
            if (partner[j] >= 0) {
                out.add(new Row.Moved(now));
                continue;
            }
            Optional<Integer> match = Optional.empty();
            for (int k = at; k < Math.min(old.size(), at + STRETCH) && match.isEmpty(); k++) {
                if (old.get(k).kind() == now.kind() && alike(old.get(k).text(), now.text()) >= ALIKE) {
                    match = Optional.of(k);
                }
            }
            if (match.isEmpty()) {
                out.add(new Row.Added(now));
                continue;
            }
            for (; at < match.get(); at++) {
                out.add(new Row.Removed(old.get(at)));
            }
            out.add(new Row.Changed(old.get(at++), now));
        }
        for (; at < old.size(); at++) {
            out.add(new Row.Removed(old.get(at)));
        }
    }

    /** The part of their words that two texts share, 0 to 1. */
    static double alike(String one, String other) {
        Set<String> first = words(one);
        Set<String> second = words(other);
        long shared = first.stream().filter(second::contains).count();
        long all = first.size() + second.size() - shared;
        return all == 0 ? 1 : (double) shared / all;
    }

    private static Set<String> words(String text) {
        Set<String> out = new HashSet<>(Arrays.asList(text.toLowerCase(java.util.Locale.ROOT).split("[^\\p{L}\\p{Nd}\\p{Nl}\\p{No}]+")));
        out.remove("");
        return out;
    }
}
