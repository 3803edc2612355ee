package weft.house.planted;

/** A record with a bare array, which has no value equality. */
public record BareBytes(byte[] key) {}
