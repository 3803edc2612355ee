package weft.browser;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import weft.core.atlas.AtlasFault;
import weft.core.atlas.Source;
import weft.pages.MapFile;
import weft.primitives.Bytes;
import weft.wire.json.Checked;

/**
 * The map's file that the person gave this browser. A browser reads a little later than it is asked, so a page is made with the pieces that
 * are there, those that were missed are fetched, and the page is made again.
 */
final class PhoneMap implements Source {
    /** The setting in which the file's name stands. */
    static final String NAME = "map";
    /** How often a page is made anew: head, directories one in another, tiles. */
    static final int MOST_TRIES = 7;

    private static final int MOST_PIECES = 40;

    private final Map<Want, Checked<Bytes>> there = new LinkedHashMap<>();
    private final Set<Want> missed = new LinkedHashSet<>();
    private String of = "";

    /** The file, while there is one. */
    Optional<MapFile> current() {
        String name = Host.setting(NAME);
        if (!name.equals(of)) {
            there.clear();
            of = name;
        }
        // The name bears the moment at which it was given, so that a file is not taken for another of the same name.
        return name.isEmpty() ? Optional.empty() : Optional.of(new MapFile(name.substring(name.indexOf(' ') + 1), this));
    }

    @Override
    public Checked<Bytes> read(Want want) {
        Checked<Bytes> known = there.get(want);
        if (known == null) {
            missed.add(want);
            return Checked.bad(AtlasFault.AWAITED, "a browser reads later");
        }
        return known;
    }

    /** Whether something was missed since this was asked last; what to do when it is there. */
    boolean fetch(Runnable then) {
        if (missed.isEmpty()) {
            return false;
        }
        Set<Want> wanted = Set.copyOf(missed);
        missed.clear();
        int[] left = {wanted.size()};
        for (Want want : wanted) {
            Host.readMap((double) want.offset(), want.length(), want.gzip(), want.most(), (bytes, trouble) -> {
                there.put(want, bytes == null ? Checked.bad(fault(trouble), "read") : Checked.good(NoblePrimitives.read(bytes)));
                left[0]--;
                if (left[0] == 0) {
                    then.run();
                    forget();
                }
            });
        }
        return true;
    }

    /** What was not asked for lately goes: the pieces read first. */
    private void forget() {
        while (there.size() > MOST_PIECES) {
            there.remove(there.keySet().iterator().next());
        }
    }

    private static AtlasFault fault(String code) {
        for (AtlasFault fault : AtlasFault.values()) {
            if (fault.name().equals(code)) {
                return fault;
            }
        }
        return AtlasFault.UNREADABLE;
    }
}
