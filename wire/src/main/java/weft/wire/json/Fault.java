package weft.wire.json;

/**
 * Why something from outside was not taken. Each format has an enum of its own; the code of a constant is its stable
 * name in specifications, vectors and machine-readable output.
 */
public interface Fault {
    /** The constant's name, as an enum gives it. */
    String name();

    /** The stable name: lower case with hyphens, such as {@code bad-signature}. */
    default String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
