package weft.core.entry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import weft.core.calendar.OpeningHours;
import weft.core.calendar.Rule;
import weft.core.calendar.RuleReader;
import weft.core.calendar.Times;
import weft.core.calendar.ZoneSpan;
import weft.core.key.Leaf;
import weft.jdk.JdkPrimitives;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.event.Day;
import weft.wire.event.Draft;
import weft.wire.event.Event;
import weft.wire.event.Tag;

/** Fixed keys and ready words for tests about entries. */
public final class Maker {
    /** The primitives. */
    public static final Primitives P = new JdkPrimitives();
    /** The circle's address. */
    public static final Bytes CIRCLE = key("circle");
    /** 2026-11-23 14:25 UTC. */
    public static final long NOW = 1_795_443_900L;
    /** A leaf two weeks on. */
    public static final Leaf LEAF = new Leaf(Day.at(NOW).plus(14), 0xbead1234);
    /** Drafts for the circle. */
    public static final EntryDrafts DRAFTS = new EntryDrafts(P, CIRCLE);
    /** The start and end of a JPEG with nothing between. */
    public static final Photo PHOTO = new Photo("image/jpeg", Bytes.hex("ffd8ffe000104a46494600010100000100010000ffd9"), "The drill on the table");

    private Maker() {}

    /** A secret key made from a name. */
    public static Secret secret(String name) {
        return P.keep(P.sha256(Bytes.utf8("weft test key " + name)).toArray());
    }

    /** Its public key. */
    public static Bytes key(String name) {
        return P.publicKey(secret(name));
    }

    /** A payload of the right shape that nobody can open. */
    public static String sealed(int size) {
        byte[] bytes = new byte[size];
        bytes[0] = 2;
        return Bytes.of(bytes).base64();
    }

    /** A need with all its fields. */
    public static Ask fullAsk() {
        return new Ask(Side.NEED, "Jemand zum Tragen – حمل الأثاث", "Third floor, no lift.\nTwo hours at most.", "moving",
                Optional.of(1_795_500_000L), Optional.of(1_795_514_400L), Optional.of(new Whereabouts("By the canal",
                        Optional.of(Point.blurred(52.4937, 13.4201)))),
                List.of("de", "ar", "pt-BR"), true, List.of(PHOTO));
    }

    /** An offer with no more than it needs. */
    public static Ask shortAsk(String title) {
        return new Ask(Side.OFFER, title, "", "", Optional.empty(), Optional.empty(), Optional.empty(), List.of(), false, List.of());
    }

    /** A weekly kitchen in Paris with all its fields, over the beginning of summer time. */
    public static Doing fullDoing() {
        ZoneSpan paris = new ZoneSpan("Europe/Paris", List.of(new ZoneSpan.Offset(0, 60), new ZoneSpan.Offset(1_806_195_600L, 120),
                new ZoneSpan.Offset(1_824_944_400L, 60)));
        Rule rule = RuleReader.read("FREQ=WEEKLY;UNTIL=20270430;BYDAY=TU,TH").orThrow();
        Times times = new Times(1_804_006_800L, 1_804_017_600L, paris, Optional.of(rule), List.of(LocalDate.of(2027, 3, 11)),
                List.of(LocalDate.of(2027, 3, 13)));
        return new Doing("Cuisine ouverte – مطبخ مفتوح", "Soup for whoever comes.\nThe door on the left.", "food", times,
                Optional.of(new Whereabouts("The old school", Optional.of(Point.blurred(48.8867, 2.3431)))),
                List.of(new Doing.Shift(1, "Cooking", 0, 120, 4), new Doing.Shift(3, "Washing up", 120, 60, 0)),
                List.of(new Doing.Thing(1, "A big pot"), new Doing.Thing(2, "Onions")), Optional.of(24));
    }

    /** Something once, with no more than it needs. */
    public static Doing shortDoing(String title) {
        return new Doing(title, "", "", Times.once(1_795_881_600L, 1_795_885_200L, ZoneSpan.utc()), Optional.empty(), List.of(), List.of(), Optional.empty());
    }

    /** Somebody comes to the doing of a voice. */
    public static Joining joining(String voice, Joining.Part part) {
        return new Joining(key(voice), "0123456789abcdef", LocalDate.of(2026, 12, 1), part);
    }

    /** A drill with all that can be said of a thing. */
    public static Thing fullThing() {
        return new Thing("La perceuse – مثقاب", "It drills walls too.", "tools", "Let it cool.\nEmpty the dust bag.", List.of("A box of bits",
                "The long cable"),
                Optional.of(new Named(key("ben"), "0123456789abcdef")), Optional.of(new Whereabouts("The shed", Optional.of(Point.blurred(52.4937,
                        13.4201)))), List.of(PHOTO));
    }

    /** A thing with no more than it needs. */
    public static Thing thing(String title) {
        return new Thing(title, "", "", "", List.of(), Optional.empty(), Optional.empty(), List.of());
    }

    /** A place with all that can be said of one. */
    public static Place fullPlace() {
        return new Place("The old school", "The door on the left.", "room", Optional.of(OpeningHours.read("Mo-Fr 09:00-12:00,14:00-18:00; PH off").orThrow()),
                List.of("Tables", "A kitchen"), Optional.of(new Whereabouts("By the canal", Optional.of(Point.blurred(52.4937, 13.4201)))), List.of(PHOTO));
    }

    /** Somebody asks for a thing of a voice, or has it. */
    public static Asking asking(String voice, Asking.Stage stage, Optional<Asking.Days> days, String text) {
        return new Asking(new Named(key(voice), "0123456789abcdef"), stage, days, text);
    }

    /** Who writes in the vectors. */
    public static EntryDrafts.By by(String voice) {
        return by(voice, LEAF);
    }

    /** Who writes under another leaf. */
    public static EntryDrafts.By by(String voice, Leaf leaf) {
        return new EntryDrafts.By(key(voice), NOW, leaf);
    }

    /** A draft signed by a named key, with auxiliary randomness of zeros. */
    public static Event sign(String voice, Draft draft) {
        Bytes id = draft.id(P);
        try (Secret secret = secret(voice)) {
            return draft.signed(id, P.sign(secret, id, Bytes.wrap(new byte[32])));
        }
    }

    /** The same draft with other tags. */
    public static Draft with(Draft draft, List<Tag> tags) {
        return new Draft(draft.publicKey(), draft.createdAt(), draft.kind(), tags, draft.content());
    }
}
