package weft.core.atlas;

import weft.primitives.Bytes;
import weft.wire.json.Checked;

/** Which tiles lie where: four columns, one after the other, each of one number for each entry. */
final class Directory {
    private static final int MOST = 200_000;

    private final long[] numbers;
    private final long[] runs;
    private final long[] lengths;
    private final long[] offsets;

    private Directory(int count) {
        this.numbers = new long[count];
        this.runs = new long[count];
        this.lengths = new long[count];
        this.offsets = new long[count];
    }

    static Checked<Directory> read(Bytes bytes) {
        Varints in = new Varints(bytes);
        int count = in.small();
        // Each entry has at least one byte in each column.
        if (in.broken() || count == 0 || count > MOST || count > in.left() / 4) {
            return Checked.bad(AtlasFault.BAD_DIRECTORY, "count");
        }
        Directory out = new Directory(count);
        for (int i = 0; i < count; i++) {
            long step = in.next();
            out.numbers[i] = i == 0 ? step : out.numbers[i - 1] + step;
            if (step < 0 || i > 0 && step == 0 || out.numbers[i] < 0) {
                return Checked.bad(AtlasFault.BAD_DIRECTORY, "order");
            }
        }
        for (int i = 0; i < count; i++) {
            out.runs[i] = in.small();
        }
        for (int i = 0; i < count; i++) {
            out.lengths[i] = in.small();
            if (out.lengths[i] == 0) {
                return Checked.bad(AtlasFault.BAD_DIRECTORY, "length");
            }
        }
        for (int i = 0; i < count; i++) {
            long offset = in.next();
            if (offset < 0 || offset >>> 53 != 0 || i == 0 && offset == 0) {
                return Checked.bad(AtlasFault.BAD_DIRECTORY, "offset");
            }
            out.offsets[i] = offset == 0 ? out.offsets[i - 1] + out.lengths[i - 1] : offset - 1;
        }
        return in.broken() || in.more() ? Checked.bad(AtlasFault.BAD_DIRECTORY, "end") : Checked.good(out);
    }

    /** The entry in which a tile lies or whose directory may hold it; negative where there is none. */
    int find(long number) {
        int low = 0;
        int high = numbers.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (numbers[middle] <= number) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high >= 0 && (runs[high] == 0 || number - numbers[high] < runs[high]) ? high : -1;
    }

    boolean isLeaf(int at) {
        return runs[at] == 0;
    }

    long offset(int at) {
        return offsets[at];
    }

    long length(int at) {
        return lengths[at];
    }
}
