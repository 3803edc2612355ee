/**
 * Envelopes and the vault on disk; cipher text only.
 *
 * <pre>
 * envelopes.db   events as they came over the wire, in SQLite           {@link weft.store.SqliteEnvelopes}
 * vault.keys     two slots for the file key, overwritten in place       {@link weft.store.VaultFile}, spec/vaultfile.md
 * vault.N        the sealed vault of generation N
 * lock           held by the one process that uses the folder           {@link weft.store.FolderLock}
 * </pre>
 *
 * <p>May touch: {@code weft.wire}, {@code weft.primitives}, SQLite, files. Opens nothing: what is secret was sealed
 * before it came, but for the file key, which is worth nothing without the passphrase.
 */
@NullMarked
package weft.store;

import org.jspecify.annotations.NullMarked;
