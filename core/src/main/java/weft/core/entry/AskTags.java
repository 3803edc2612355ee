package weft.core.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weft.wire.event.Tag;

/**
 * The tags of a need or an offer, in their one order: side, title, t, from, until, location, point, l, for-someone-else, image.
 * The text is the event's content.
 */
final class AskTags {
    private AskTags() {}

    static List<Tag> write(Ask ask) {
        List<Tag> tags = new ArrayList<>();
        tags.add(Tag.of("side", ask.side() == Side.NEED ? "need" : "offer"));
        tags.add(Tag.of("title", ask.title()));
        if (!ask.kind().isEmpty()) {
            tags.add(Tag.of("t", ask.kind()));
        }
        ask.from().ifPresent(time -> tags.add(Tag.of("from", Long.toString(time))));
        ask.until().ifPresent(time -> tags.add(Tag.of("until", Long.toString(time))));
        where(ask.where(), tags);
        for (String language : ask.languages()) {
            tags.add(Tag.of("l", language));
        }
        if (ask.forSomeoneElse()) {
            tags.add(Tag.of("for-someone-else"));
        }
        photos(ask.photos(), tags);
        return tags;
    }

    static void photos(List<Photo> photos, List<Tag> tags) {
        for (Photo photo : photos) {
            tags.add(Tag.of("image", "data:" + photo.mediaType() + ";base64," + photo.data().base64(), photo.caption()));
        }
    }

    static List<Photo> photos(TagCursor tags) {
        List<Photo> photos = new ArrayList<>();
        while (tags.next("image", 3)) {
            photos.add(tags.photo(tags.take()));
        }
        return photos;
    }

    static void where(Optional<Whereabouts> said, List<Tag> tags) {
        said.ifPresent(where -> {
            if (!where.name().isEmpty()) {
                tags.add(Tag.of("location", where.name()));
            }
            where.point().ifPresent(point ->
                    tags.add(Tag.of("point", Integer.toString(point.latitudeE6()), Integer.toString(point.longitudeE6()))));
        });
    }

    static Ask read(TagCursor tags, String text) {
        Side side = switch (tags.text("side", EntryFault.MALFORMED_SIDE)) {
            case "need" -> Side.NEED;
            case "offer" -> Side.OFFER;
            default -> throw new TagCursor.Wrong(EntryFault.MALFORMED_SIDE, "neither need nor offer");
        };
        String title = tags.text("title", EntryFault.MALFORMED_TITLE);
        String kind = tags.next("t", 2) ? tags.some(tags.take(), EntryFault.MALFORMED_HELP) : "";
        Optional<Long> from = tags.next("from", 2) ? Optional.of(tags.time(tags.take())) : Optional.empty();
        Optional<Long> until = tags.next("until", 2) ? Optional.of(tags.time(tags.take())) : Optional.empty();
        Optional<Whereabouts> where = tags.where();
        List<String> languages = new ArrayList<>();
        while (tags.next("l", 2)) {
            String language = tags.take().value();
            if (!languages.isEmpty() && languages.getLast().compareTo(language) >= 0) {
                throw new TagCursor.Wrong(EntryFault.MALFORMED_LANGUAGE, "not in order, or twice");
            }
            languages.add(language);
        }
        boolean forSomeoneElse = tags.next("for-someone-else", 1);
        if (forSomeoneElse) {
            tags.take();
        }
        return new Ask(side, title, text, kind, from, until, where, languages, forSomeoneElse, photos(tags));
    }
}
