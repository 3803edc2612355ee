package weft.core.view;

import weft.core.entry.Writing;
import weft.primitives.Bytes;
import weft.wire.event.Day;

/**
 * A practice on a circle's shelf.
 *
 * @param ref where to find it: its circle, and the voice that keeps it there
 * @param name the name it bears with everybody who keeps it, 16 hex digits
 * @param version what tells these very words from others, 32 bytes
 * @param writing with its whole text
 * @param by whose words they are, or who keeps them now
 * @param mine whether this node holds that voice
 * @param kept whether this node keeps it: renews it before its last day
 * @param writtenAt Unix seconds, coarse
 * @param lastDay the day with which it fades unless somebody keeps it
 */
public record PracticeCard(Ref ref, String name, Bytes version, Writing writing, Name by, boolean mine, boolean kept, long writtenAt, Day lastDay) {}
