/**
 * The shell in a phone: wire, core and pages compiled by TeaVM into a service worker that answers the same requests with
 * the same pages as the node on a computer.
 *
 * <pre>
 * page ──fetch──▶ worker.js ──▶ Main ──▶ BrowserNode ──▶ Pages.reply, Peer.step
 *                    │                        │
 *                 session key          Shell ─▶ Host (host.js): IndexedDB, WebSocket, timer
 *                 from open pages             ─▶ Noble (primitives.js): the noble libraries
 * </pre>
 *
 * <p>What is on the disk: envelopes as they came, the vault sealed under passphrase and file key, the file key, the
 * chosen language, a form token, and while the node is open the passphrase's key wrapped under a session key that is only
 * in memory (the worker's and the open pages'). A worker that the browser stopped asks an open page for it and goes on;
 * where no page is open, the passphrase is asked for again. One turn of the peer is one transaction, so that a stop at any
 * instant leaves all of it or nothing. IndexedDB gives no way to overwrite: an old file key may stay in the browser's own
 * log until it is compacted, and there the passphrase is what guards the old vault.
 *
 * <p>What it does not protect against: who serves the files can serve others at any time. A worker of this project stays
 * what it is until the person agrees to another hash, but that is the courtesy of an honest new worker, not a wall: no
 * browser lets a page refuse its host's next version. Load it from a place you trust and compare the hash.
 *
 * <p>May touch: {@code weft.wire}, {@code weft.core}, {@code weft.pages}, {@code weft.primitives}, TeaVM's JSO.
 */
@NullMarked
package weft.browser;

import org.jspecify.annotations.NullMarked;
