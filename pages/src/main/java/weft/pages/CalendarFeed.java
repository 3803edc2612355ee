package weft.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weft.core.calendar.IcsWriter;
import weft.core.entry.Whereabouts;
import weft.core.view.CalendarQuery;
import weft.core.view.OccurrenceCard;
import weft.core.view.Views;
import weft.primitives.Bytes;

/** The calendar as a file for other programs on this machine, at a secret address that can be replaced. No names are in it. */
public final class CalendarFeed {
    private static final long DAY = 86_400;
    private static final long BEFORE = 14 * DAY;
    private static final long AHEAD = 180 * DAY;

    private CalendarFeed() {}

    /** Whether a path is one of the feed's, right or wrong. */
    public static boolean isFor(String path) {
        return path.startsWith(CalendarSettings.FEED);
    }

    /** The file, where the path holds the secret of now. */
    public static Optional<Response> reply(String path, Views views) {
        Optional<Bytes> secret = views.ownCalendar().feed();
        boolean shape = isFor(path) && path.endsWith(".ics") && path.length() == CalendarSettings.FEED.length() + 36;
        Optional<Bytes> given = shape ? Bytes.parseHex(path.substring(CalendarSettings.FEED.length(), path.length() - 4)) : Optional.empty();
        boolean right = secret.isPresent() && given.isPresent() && same(secret.get(), given.get());
        return right ? Optional.of(Response.text(200, "text/calendar; charset=utf-8", file(views))) : Optional.empty();
    }

    /** Compared byte by byte to the end, so that how long it takes tells nothing. */
    private static boolean same(Bytes one, Bytes other) {
        int difference = one.size() ^ other.size();
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            difference |= one.at(i) ^ other.at(i);
        }
        return difference == 0;
    }

    private static String file(Views views) {
        List<IcsWriter.Event> events = new ArrayList<>();
        for (OccurrenceCard card : views.calendar(new CalendarQuery(Optional.empty(), views.now() - BEFORE, views.now() + AHEAD))) {
            var times = card.doing().times();
            boolean moved = times.moved().stream().anyMatch(one -> one.date().equals(card.when().date()));
            int days = times.wholeDays() && !moved ? (int) ((card.when().end() - card.when().start() + DAY / 2) / DAY) : 0;
            events.add(new IcsWriter.Event(card.ref().root().hex().substring(0, 32) + "-" + card.when().date() + "@weft", card.doing().title(), card.doing()
                    .text(),
                    card.doing().where().map(Whereabouts::name).orElse(""), card.when(), days));
        }
        return IcsWriter.write("Weft", events, views.now());
    }
}
