package weft.practice.carry;

import java.util.Optional;
import weft.primitives.Bytes;

/** Bech32 (BIP-173) without its limit of 90 characters, as NIP-19 uses it. */
final class Bech32 {
    private static final String LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final int[] GENERATOR = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
    private static final int CHECK = 6;
    /** NIP-19 speaks of 5,000. */
    private static final int LONGEST = 5_000;

    private Bech32() {}

    static String write(String prefix, Bytes data) {
        int groups = (data.size() * 8 + 4) / 5;
        int[] values = new int[groups];
        for (int i = 0; i < data.size() * 8; i++) {
            int bit = data.at(i / 8) >> (7 - i % 8) & 1;
            values[i / 5] |= bit << (4 - i % 5);
        }
        StringBuilder out = new StringBuilder(prefix).append('1');
        for (int value : values) {
            out.append(LETTERS.charAt(value));
        }
        int check = sum(prefix, values, new int[CHECK]) ^ 1;
        for (int i = 0; i < CHECK; i++) {
            out.append(LETTERS.charAt(check >>> 5 * (CHECK - 1 - i) & 31));
        }
        return out.toString();
    }

    /** The bytes, where prefix, letters, check and padding are right; upper case is taken where all is upper case. */
    static Optional<Bytes> read(String prefix, String given) {
        String text = given.equals(given.toUpperCase(java.util.Locale.ROOT)) ? given.toLowerCase(java.util.Locale.ROOT) : given;
        if (text.length() > LONGEST || !text.startsWith(prefix + "1") || text.length() < prefix.length() + 1 + CHECK) {
            return Optional.empty();
        }
        int[] values = new int[text.length() - prefix.length() - 1];
        for (int i = 0; i < values.length; i++) {
            values[i] = LETTERS.indexOf(text.charAt(prefix.length() + 1 + i));
            if (values[i] < 0) {
                return Optional.empty();
            }
        }
        if (sum(prefix, values, new int[0]) != 1) {
            return Optional.empty();
        }
        int bits = (values.length - CHECK) * 5;
        byte[] out = new byte[bits / 8];
        int rest = 0;
        for (int i = 0; i < bits; i++) {
            int bit = values[i / 5] >> (4 - i % 5) & 1;
            if (i / 8 < out.length) {
                out[i / 8] |= (byte) (bit << (7 - i % 8));
            } else {
                rest |= bit;
            }
        }
        return rest != 0 || bits % 8 > 4 ? Optional.empty() : Optional.of(Bytes.wrap(out));
    }

    private static int sum(String prefix, int[] values, int[] more) {
        int check = 1;
        for (int i = 0; i < prefix.length(); i++) {
            check = step(check, prefix.charAt(i) >> 5);
        }
        check = step(check, 0);
        for (int i = 0; i < prefix.length(); i++) {
            check = step(check, prefix.charAt(i) & 31);
        }
        for (int value : values) {
            check = step(check, value);
        }
        for (int value : more) {
            check = step(check, value);
        }
        return check;
    }

    private static int step(int check, int value) {
        int top = check >>> 25;
        int out = (check & 0x1ffffff) << 5 ^ value;
        for (int i = 0; i < GENERATOR.length; i++) {
            out ^= (top >> i & 1) == 0 ? 0 : GENERATOR[i];
        }
        return out;
    }
}
