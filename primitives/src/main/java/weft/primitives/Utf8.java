package weft.primitives;

import java.nio.charset.StandardCharsets;

/**
 * UTF-8 (RFC 3629), written out. The class library that phones get (TeaVM 0.15) encodes a text of more than a few hundred
 * characters in pieces and breaks a surrogate pair where two pieces meet, so that one text would have two ids.
 */
final class Utf8 {
    private static final char REPLACEMENT = '\ufffd';

    private Utf8() {}

    /** A lone surrogate becomes '?'. */
    static byte[] encode(String text) {
        // Nearly all that is hashed is ASCII, which every class library encodes well and this one quickly: then, and only then (or where
        // a lone surrogate became '?'), there are as many bytes as characters.
        byte[] quick = text.getBytes(StandardCharsets.UTF_8);
        return quick.length == text.length() ? quick : encodeAll(text);
    }

    private static byte[] encodeAll(String text) {
        int size = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (pairAt(text, i)) {
                size += 4;
                i++;
            } else {
                size += c < 0x80 || Character.isSurrogate(c) ? 1 : c < 0x800 ? 2 : 3;
            }
        }
        byte[] out = new byte[size];
        int at = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (pairAt(text, i)) {
                int point = Character.toCodePoint(c, text.charAt(++i));
                out[at++] = (byte) (0xf0 | point >> 18);
                out[at++] = (byte) (0x80 | point >> 12 & 0x3f);
                out[at++] = (byte) (0x80 | point >> 6 & 0x3f);
                out[at++] = (byte) (0x80 | point & 0x3f);
            } else if (Character.isSurrogate(c)) {
                out[at++] = '?';
            } else if (c < 0x80) {
                out[at++] = (byte) c;
            } else if (c < 0x800) {
                out[at++] = (byte) (0xc0 | c >> 6);
                out[at++] = (byte) (0x80 | c & 0x3f);
            } else {
                out[at++] = (byte) (0xe0 | c >> 12);
                out[at++] = (byte) (0x80 | c >> 6 & 0x3f);
                out[at++] = (byte) (0x80 | c & 0x3f);
            }
        }
        return out;
    }

    private static boolean pairAt(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i)) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
    }

    /** Each longest beginning of a sequence that can't go on becomes U+FFFD (Unicode 16, section 3.9.6). */
    static String decode(byte[] bytes) {
        // As many characters as bytes and none of them put there for something broken: it was ASCII.
        String quick = new String(bytes, StandardCharsets.UTF_8);
        return quick.length() == bytes.length && quick.indexOf(REPLACEMENT) < 0 ? quick : decodeAll(bytes);
    }

    private static String decodeAll(byte[] bytes) {
        StringBuilder out = new StringBuilder(bytes.length);
        int at = 0;
        while (at < bytes.length) {
            int first = bytes[at++] & 0xff;
            if (first < 0x80) {
                out.append((char) first);
                continue;
            }
            int more = first < 0xc2 || first > 0xf4 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
            int point = first & 0x3f >> more;
            int left = more;
            while (left > 0 && at < bytes.length && continues(first, more - left, bytes[at] & 0xff)) {
                point = point << 6 | bytes[at++] & 0x3f;
                left--;
            }
            if (more == 0 || left > 0) {
                out.append(REPLACEMENT);
            } else {
                out.appendCodePoint(point);
            }
        }
        return out.toString();
    }

    /** Whether a byte may follow; the second of a sequence must not make it overlong, a surrogate, or past U+10FFFF. */
    private static boolean continues(int first, int index, int next) {
        int least = index > 0 ? 0x80 : first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
        int most = index > 0 ? 0xbf : first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
        return next >= least && next <= most;
    }
}
