package weft.core.invite;

/** What a relay's address looks like: {@code ws://} or {@code wss://}, a host, nothing that could hide a password or a blank. */
public final class RelayAddress {
    /** How many characters one may have. */
    public static final int CHARACTERS = 200;
    /** How many relays a circle may have. */
    public static final int MOST = 8;

    private RelayAddress() {}

    /** Whether a text is a relay's address. */
    public static boolean isOne(String text) {
        int host = text.startsWith("wss://") ? 6 : text.startsWith("ws://") ? 5 : -1;
        if (host < 0 || text.length() == host || text.length() > CHARACTERS || text.charAt(host) == '/' || text.charAt(host) == ':') {
            return false;
        }
        for (int i = host; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-._~:/[]%?=&+,".indexOf(c) >= 0;
            if (!plain) {
                return false;
            }
        }
        return true;
    }
}
