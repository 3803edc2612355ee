package weft.pages;

import weft.core.atlas.Source;

/**
 * The map's file that the person supplied.
 *
 * @param name of the file, for the person's eyes
 * @param source how it is read
 */
public record MapFile(String name, Source source) {}
