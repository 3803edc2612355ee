package weft.core.view;

import java.util.Optional;
import weft.primitives.Bytes;

/**
 * An acquaintance goes on in a fresh circle and asks the reader along.
 *
 * @param id the fresh circle's address
 * @param by the acquaintance, as the reader calls them; empty where the reader has not said
 * @param from the circle that it goes on from, where the reader is in it
 * @param asItIs whether it is no fresh circle, but one that the acquaintance is in and hands over as it is
 */
public record OfferView(Bytes id, String by, Optional<CircleCard> from, boolean asItIs) {}
