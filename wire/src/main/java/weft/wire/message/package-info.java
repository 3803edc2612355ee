/**
 * Relay messages: NIP-01, NIP-42 (AUTH) and NIP-77 (negentropy), both directions.
 *
 * <pre>
 * to a relay    ["EVENT",e] ["REQ",sub,f...] ["CLOSE",sub] ["AUTH",e] ["NEG-OPEN",sub,f,hex] ["NEG-MSG",sub,hex] ["NEG-CLOSE",sub]
 * from a relay  ["EVENT",sub,e] ["OK",id,bool,text] ["EOSE",sub] ["CLOSED",sub,text] ["NOTICE",text] ["AUTH",challenge]
 *               ["NEG-MSG",sub,hex] ["NEG-ERR",sub,text]
 * </pre>
 *
 * <p>May touch: {@code weft.primitives}, {@code weft.wire.json}, {@code weft.wire.event}. No I/O.
 */
@NullMarked
package weft.wire.message;

import org.jspecify.annotations.NullMarked;
