package weft.core.view;

import java.util.Map;
import java.util.TreeMap;

/**
 * What became of a bundle that was read, in lines of it.
 *
 * @param lines that were read
 * @param taken new here, stored now
 * @param known here already
 * @param foreign of circles that this node is not in
 * @param over their day is over here
 * @param unreadable no keys here open them
 * @param invitations answers to invitations of this node, or to those it follows
 * @param faults the other lines, by reason ({@code spec/bundle.md})
 * @param damaged whether the file itself ends before its end, or its check sum is wrong
 * @param stopped whether it is longer than is read
 */
public record BundleReport(
        long lines, long taken, long known, long foreign, long over, long unreadable, long invitations, Map<String, Long> faults, boolean damaged,
        boolean stopped) {
    /** Keeps an unmodifiable copy. */
    public BundleReport {
        faults = java.util.Collections.unmodifiableMap(new TreeMap<>(faults));
    }
}
