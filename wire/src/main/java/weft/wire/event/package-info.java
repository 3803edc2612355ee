/**
 * Events as NIP-01 defines them, and envelopes as a blind relay sees them.
 *
 * <pre>
 * event     {"id","pubkey","created_at","kind","tags","content","sig"}      spec/event.md
 * envelope  an event of kind 9338 with ["expiration", E] and header.payload  spec/envelope.md
 * </pre>
 *
 * <p>May touch: {@code weft.primitives}, {@code weft.wire.json}. No I/O, no clock, no randomness, no keys.
 */
@NullMarked
package weft.wire.event;

import org.jspecify.annotations.NullMarked;
