package weft.pages;

import java.util.Optional;

/**
 * What a device on the home network sees of a node before it typed the code from the node's screen: a POST to {@code /pair} with field {@code code}.
 *
 * @param stage how far it is
 * @param encrypted whether it came over TLS
 * @param secureAddress where the same is to be had over TLS, with the certificate at {@code /home.crt}; nothing where it is not
 */
public record Pairing(Stage stage, boolean encrypted, Optional<String> secureAddress) {
    /** How far a device is. */
    public enum Stage {
        /** The code is asked for. */
        ASK,
        /** What was typed is not the code. */
        WRONG,
        /** The device is known, but the vault is shut, and over an open network no passphrase is asked for. */
        SHUT
    }
}
