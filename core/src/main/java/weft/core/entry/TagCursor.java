package weft.core.entry;

import java.util.List;
import java.util.Optional;
import weft.core.key.Leaf;
import weft.primitives.Bytes;
import weft.wire.event.Day;
import weft.wire.event.Tag;

/** One pass over the tags of an entry, in their one order. The exception below never leaves {@link EntryReader}. */
final class TagCursor {
    private final List<Tag> tags;
    private int at;

    TagCursor(List<Tag> tags) {
        this.tags = tags;
    }

    /** Whether the next tag has this name; its size must then be this one. */
    boolean next(String name, int size) {
        if (at == tags.size() || !tags.get(at).name().equals(name)) {
            return false;
        }
        if (tags.get(at).values().size() != size) {
            throw new Wrong(EntryFault.WRONG_TAGS, name + " holds " + tags.get(at).values().size() + " texts, not " + size);
        }
        return true;
    }

    /** A place by name, by a point, by both, or none. */
    Optional<Whereabouts> where() {
        String place = next("location", 2) ? some(take(), EntryFault.MALFORMED_PLACE) : "";
        Optional<Point> point = next("point", 3) ? Optional.of(point(take())) : Optional.empty();
        return place.isEmpty() && point.isEmpty() ? Optional.empty() : Optional.of(new Whereabouts(place, point));
    }

    /** Whether the next tag has this name, whatever it holds. */
    boolean nextNamed(String name) {
        return at < tags.size() && tags.get(at).name().equals(name);
    }

    Tag take() {
        return tags.get(at++);
    }

    Tag want(String name, int size) {
        if (!next(name, size)) {
            throw new Wrong(EntryFault.WRONG_TAGS, name + " is wanted at tag " + at);
        }
        return take();
    }

    void end() {
        if (at != tags.size()) {
            throw new Wrong(EntryFault.WRONG_TAGS, "tag " + at + " is unknown, doubled or in the wrong place");
        }
    }

    /** The text of a tag that must be there and not be empty. */
    String text(String name, EntryFault fault) {
        return some(want(name, 2), fault);
    }

    String some(Tag tag, EntryFault fault) {
        if (tag.value().isEmpty()) {
            throw new Wrong(fault, tag.name() + " is empty");
        }
        return tag.value();
    }

    /** A canonical whole number from 0 to a bound. */
    int number(String name, int most, EntryFault fault) {
        return (int) number(want(name, 2).value(), 0, most, fault);
    }

    /** The {@code e} tag of a reply. */
    Bytes reference(String marker) {
        Tag tag = want("e", 4);
        if (!tag.values().get(2).isEmpty() || !tag.values().get(3).equals(marker)) {
            throw new Wrong(EntryFault.WRONG_TAGS, "the e tag at " + (at - 1) + " is not marked " + marker);
        }
        return hex(tag.value(), 32, EntryFault.MALFORMED_REFERENCE);
    }

    String name() {
        return hex(want("d", 2).value(), EntryLimits.NAME_BYTES, EntryFault.MALFORMED_NAME).hex();
    }

    Leaf leaf() {
        Tag tag = want("slot", 3);
        int slot = (int) hex(tag.value(), 4, EntryFault.MALFORMED_SLOT).bigEndianAt(0, 4);
        return new Leaf(day(tag.values().get(2), EntryFault.MALFORMED_SLOT), slot);
    }

    Day day(String text, EntryFault fault) {
        return new Day((int) number(text, 0, Day.LAST, fault));
    }

    long time(Tag tag) {
        return number(tag.value(), 0, new Day(Day.LAST).endsAt(), EntryFault.MALFORMED_SPAN);
    }

    Point point(Tag tag) {
        int latitude = (int) number(tag.values().get(1), -90_000_000, 90_000_000, EntryFault.MALFORMED_POINT);
        return new Point(latitude, (int) number(tag.values().get(2), -180_000_000, 180_000_000, EntryFault.MALFORMED_POINT));
    }

    Photo photo(Tag tag) {
        String url = tag.value();
        for (String mediaType : Photos.MEDIA_TYPES) {
            String start = "data:" + mediaType + ";base64,";
            Optional<Bytes> data = url.startsWith(start) ? Bytes.parseBase64(url.substring(start.length())) : Optional.empty();
            if (data.isPresent()) {
                return new Photo(mediaType, data.get(), tag.values().get(2));
            }
        }
        throw new Wrong(EntryFault.MALFORMED_PHOTO, "not a JPEG or WebP in canonical base64");
    }

    static Bytes hex(String text, int size, EntryFault fault) {
        Optional<Bytes> bytes = text.length() == 2 * size ? Bytes.parseHex(text) : Optional.empty();
        return bytes.orElseThrow(() -> new Wrong(fault, "not " + size + " bytes in lower-case hex"));
    }

    static long number(String text, long least, long most, EntryFault fault) {
        int small = small(text);
        if (small >= least && small >= 0 && small <= most) {
            return small;
        }
        try {
            long value = Long.parseLong(text);
            if (value >= least && value <= most && Long.toString(value).equals(text)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Falls through to the one answer.
        }
        throw new Wrong(fault, "not a whole number from " + least + " to " + most);
    }

    /** A canonical number of up to nine digits, or -1: nearly all are, and phones reckon slowly with long ones. */
    private static int small(String text) {
        int length = text.length();
        if (length == 0 || length > 9 || length > 1 && text.charAt(0) == '0') {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < length; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** What is wrong with an entry; only {@link EntryReader} catches it. */
    static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient EntryFault fault;

        Wrong(EntryFault fault, String detail) {
            super(detail, null, false, false);
            this.fault = fault;
        }

        EntryFault fault() {
            return fault;
        }

        String detail() {
            return String.valueOf(getMessage());
        }
    }
}
