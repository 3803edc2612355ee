/**
 * Invitations: the {@code weft:} link, the knock, what two fresh keys make, and the handing over of a circle.
 *
 * <pre>
 * link        K, s, until when, relays                    shown, copied, scanned        spec/invitation.md
 * knock       gift wrap (1059) from F to K holding s      the invitee's node
 * acquainted  c, T and four words from ECDH of K and F    both, alone
 * used mark   event (9392) by K: a hash of K, F and s     the inviter's node, for all who hold the link
 * hand-over   events (9393) by K inside envelopes of the acquaintance: c, T, relays, grace of the circle, in parts
 * </pre>
 *
 * <p>May touch: {@code weft.core.codec}, {@code weft.core.key}, {@code weft.core.entry}, {@code weft.wire},
 * {@code weft.primitives}. No I/O, no clock, no randomness of its own; must compile with TeaVM.
 */
@NullMarked
package weft.core.invite;

import org.jspecify.annotations.NullMarked;
