package weft.core.view;

import java.util.List;
import weft.primitives.Bytes;

/**
 * Somebody the reader knows: a circle of two.
 *
 * @param address of the circle of two, 32 bytes
 * @param name what the reader calls them; empty until the reader has said
 * @param checkWords the four words that were compared when they met, as indices into the word list; empty where they are no longer kept
 * @param shared circles that both are known to be in
 */
public record AcquaintanceCard(Bytes address, String name, List<Integer> checkWords, List<Bytes> shared) {
    /** Keeps unmodifiable copies. */
    public AcquaintanceCard {
        checkWords = List.copyOf(checkWords);
        shared = List.copyOf(shared);
    }
}
