package weft.core.entry;

import weft.primitives.Bytes;

/**
 * What a thread's words are called by other threads, however often they are revised (the {@code a} of NIP-01).
 *
 * @param voice the first voice of the thread, 32 bytes
 * @param name its {@code d}, 16 hex digits
 */
public record Named(Bytes voice, String name) {}
