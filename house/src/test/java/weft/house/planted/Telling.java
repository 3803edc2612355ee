package weft.house.planted;

/** A word that measures a person. */
final class Telling {
    final int karma = 1;
}
