package weft.pages;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import weft.primitives.Primitives;

/**
 * What the machine brings along that pages can't do themselves.
 *
 * @param primitives for telling paragraphs and versions apart by their hashes; no key ever comes near a page
 * @param clean holds the HTML of practices to what is allowed: a library on a computer; on a phone what was rendered stands, which lets no
 *     markup through by itself
 * @param computer whether this machine prints PDFs, writes books, and reaches the open Nostr network
 * @param map the map's file that the person supplied, while there is one
 */
public record Means(Primitives primitives, UnaryOperator<String> clean, boolean computer, Supplier<Optional<MapFile>> map) {
    /** Without a map's file. */
    public Means(Primitives primitives, UnaryOperator<String> clean, boolean computer) {
        this(primitives, clean, computer, Optional::empty);
    }
}
