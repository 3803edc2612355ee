package weft.core.invite;

import java.util.Optional;
import weft.core.key.Labels;
import weft.core.key.Nip44;
import weft.core.key.VaultSeal;
import weft.primitives.Bytes;
import weft.primitives.Entropy;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.json.Checked;

/**
 * An invitation's link in a file, sealed under a passphrase, for carrying on a stick or sending by post: {@code weft-file:} and
 * base64url without padding, broken into lines, of
 *
 * <pre>
 * 01  memory in KiB (4)  passes (1)  lanes (1)  salt (16)  NIP-44 payload (99 or more)  check (4)
 * </pre>
 *
 * The conversation key of the payload is HKDF-Extract(salt = "weft/1 invitation file", Argon2id of the passphrase); its plain
 * text is the link. {@code check} is the beginning of SHA-256("weft/1 invitation file" ‖ all before), so that a changed letter
 * is told apart from a wrong passphrase. See {@code spec/invitation.md}.
 */
public final class InvitationFile {
    /** What a file begins with. */
    public static final String SCHEME = "weft-file:";

    private static final int VERSION = 1;
    private static final int CHECK_BYTES = 4;
    private static final int HEAD = 1 + 4 + 1 + 1 + 16;
    private static final int CHARACTERS = 16_000;
    private static final int LINE = 64;
    /** Whoever writes a file must not make its reader work for minutes. */
    private static final long MOST_MEMORY = 262_144;
    private static final int MOST_PASSES = 8;
    private static final int MOST_LANES = 8;

    private InvitationFile() {}

    /** Whether a text is to be read as a file rather than as a link. */
    public static boolean isOne(String text) {
        return text.strip().startsWith(SCHEME);
    }

    /** Seals a link; takes as long as the lock wants. */
    public static String seal(Primitives p, String link, Secret passphrase, VaultSeal.Lock lock, Entropy entropy) {
        try (Secret key = key(p, passphrase, lock)) {
            Bytes payload = Bytes.parseBase64(Nip44.encrypt(p, key, entropy.next(32), link)).orElseThrow();
            Bytes body = Bytes.ofUnsigned(VERSION).then(Bytes.bigEndian(lock.memoryKibibytes(), 4), Bytes.ofUnsigned(lock.passes(), lock.lanes()),
                    lock.salt(), payload);
            return lines(SCHEME + body.then(check(p, body)).base64Url());
        }
    }

    private static Secret key(Primitives p, Secret passphrase, VaultSeal.Lock lock) {
        try (Secret slow = VaultSeal.passphraseKey(p, passphrase, lock)) {
            return p.hkdfExtract(Labels.INVITATION_FILE, slow);
        }
    }

    private static String lines(String text) {
        StringBuilder out = new StringBuilder();
        for (int at = 0; at < text.length(); at += LINE) {
            out.append(text, at, Math.min(text.length(), at + LINE)).append('\n');
        }
        return out.toString();
    }

    /** Opens a file's text; blanks and line breaks in it mean nothing. What is inside is not read yet. */
    public static Checked<String> open(Primitives p, String text, Secret passphrase) {
        String dense = dense(text);
        if (!dense.startsWith(SCHEME) || dense.length() > CHARACTERS) {
            return Checked.bad(InvitationFault.NOT_A_LINK, dense.length() + " characters");
        }
        Bytes all = Bytes.parseBase64Url(dense.substring(SCHEME.length())).orElse(Bytes.EMPTY);
        if (all.size() <= HEAD + CHECK_BYTES || !check(p, all.slice(0, all.size() - CHECK_BYTES)).equals(all.slice(all.size() - CHECK_BYTES, all.size()))) {
            return Checked.bad(InvitationFault.ALTERED, "not base64url, too short, or the check does not hold");
        }
        if (all.at(0) != VERSION) {
            return Checked.bad(InvitationFault.NEWER_VERSION, "version " + all.at(0));
        }
        Optional<VaultSeal.Lock> lock = lock(all);
        if (lock.isEmpty()) {
            return Checked.bad(InvitationFault.MALFORMED_LOCK, "too much work, or too little");
        }
        try (Secret key = key(p, passphrase, lock.get())) {
            return switch (Nip44.decrypt(p, key, all.slice(HEAD, all.size() - CHECK_BYTES).base64())) {
                case Checked.Good<String> good -> good;
                case Checked.Bad<String>(var fault, String detail) -> Checked.bad(InvitationFault.WRONG_PASSPHRASE, fault.code() + ": " + detail);
            };
        }
    }

    private static Optional<VaultSeal.Lock> lock(Bytes all) {
        long memory = all.bigEndianAt(1, 4);
        int passes = all.at(5);
        int lanes = all.at(6);
        boolean fits = lanes >= 1 && lanes <= MOST_LANES && passes >= 1 && passes <= MOST_PASSES && memory >= 8L * lanes && memory <= MOST_MEMORY;
        return fits ? Optional.of(new VaultSeal.Lock(all.slice(7, HEAD), (int) memory, passes, lanes)) : Optional.empty();
    }

    private static String dense(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length() && out.length() <= CHARACTERS; i++) {
            if (text.charAt(i) > ' ') {
                out.append(text.charAt(i));
            }
        }
        return out.toString();
    }

    private static Bytes check(Primitives p, Bytes body) {
        return p.sha256(Labels.INVITATION_FILE.then(body)).slice(0, CHECK_BYTES);
    }
}
