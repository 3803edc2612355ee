package weft.core.circle;

import weft.primitives.Bytes;

/**
 * Two words for a voice that the reader has no name for, such as "quiet heron": indices into two lists that the pages
 * hold in each language. A voice's key is as good as random, so it needs no hashing; two of a hundred voices bear the
 * same words with a chance of 7 %, and nothing hangs on it.
 *
 * @param first 0..255
 * @param second 0..255
 */
public record TwoWords(int first, int second) {
    /** The words of a voice: the exclusive or of its bytes at even and at odd places. */
    public static TwoWords of(Bytes voice) {
        int even = 0;
        int odd = 0;
        for (int i = 0; i < voice.size(); i++) {
            if (i % 2 == 0) {
                even ^= voice.at(i);
            } else {
                odd ^= voice.at(i);
            }
        }
        return new TwoWords(even, odd);
    }
}
