package weft.core.peer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import weft.core.codec.SecretReader;
import weft.core.codec.SecretWriter;
import weft.core.entry.Joining;
import weft.core.invite.InvitationLink;
import weft.core.invite.RelayAddress;
import weft.core.people.Regrouped;
import weft.core.key.CircleKeys;
import weft.core.key.ForgettingTree;
import weft.core.view.InvitationView;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.event.Day;
import weft.wire.event.Event;
import weft.wire.json.Checked;

/**
 * All secrets and local facts of a node as one binary text, which the vault seals: {@code spec/vaultcontent.md}. One state
 * has one form; reading it back and writing it again gives the same bytes.
 *
 * <pre>
 * 03  last look (8)  jumped (1)  circles  invitations  offers  carries  papers  rest  calendar address  standing  alerts  news  ways
 * circle      c (32)  name  relays  grace (1)  acquaintance (1)  forgotten through (2)  tree
 *             voices  hidden  forgotten ids  condemned days  condemned threads  tells names (1)  since (2)  shared
 * invitation  01 made, 02 followed; link; stage; words; ...
 * </pre>
 */
final class VaultContent {
    private static final int VERSION = 3;
    /** Before news were kept; read as if there were none. */
    private static final int WITHOUT_NEWS = 2;
    /** A stage is written as its place in this list, which only grows at its end. */
    private static final List<InvitationView.Stage> STAGES = List.of(
            InvitationView.Stage.WAITING, InvitationView.Stage.KNOCKING, InvitationView.Stage.MET, InvitationView.Stage.DONE,
            InvitationView.Stage.USED, InvitationView.Stage.LATE, InvitationView.Stage.GONE);

    private VaultContent() {}

    /** The binary form of all that outlives the process. */
    static Secret write(PeerState state) {
        Primitives p = state.primitives;
        SecretWriter out = new SecretWriter();
        out.u8(VERSION).u64(state.lastLook).truth(state.jumped);
        out.u32(state.circles.size());
        state.circles.values().forEach(circle -> circle(out, circle));
        out.u32(state.invitations.size());
        state.invitations.values().forEach(invitation -> invitation(p, out, invitation));
        out.u32(state.offers.size());
        state.offers.values().forEach(offer -> {
            try (Secret content = offer.what().content(p)) {
                out.bytes(offer.by()).sizedSecret(content);
            }
        });
        out.u32(state.carries.size());
        state.carries.forEach(carry -> out.bytes(carry.from()).bytes(carry.thread()).bytes(carry.to()).u64(carry.due()));
        Papers.write(out, state);
        calendar(out, state);
        state.tidings.write(out);
        return out.finish(p);
    }

    private static void calendar(SecretWriter out, PeerState state) {
        out.truth(state.restsUntil.isPresent());
        state.restsUntil.ifPresent(day -> date(out, day));
        out.truth(state.feed.isPresent());
        state.feed.ifPresent(out::bytes);
        out.u32(state.standing.size());
        for (Standing one : state.standing) {
            out.bytes(one.circle).bytes(one.doing);
            switch (one.part) {
                case Joining.Part.Coming() -> out.u8(0).u8(0);
                case Joining.Part.OfShift(int number) -> out.u8(1).u8(number);
                case Joining.Part.Bringing(int number) -> out.u8(2).u8(number);
            }
            out.u32(one.seenTo.size());
            one.seenTo.forEach(day -> date(out, day));
        }
        days(out, state.alerted);
    }

    private static void date(SecretWriter out, LocalDate date) {
        out.u32(date.toEpochDay());
    }

    private static void circle(SecretWriter out, Membership circle) {
        try (Secret key = circle.keys.copyOfKey(); Secret tree = circle.keys.tree().write()) {
            out.secret(key).text(circle.name).texts(circle.relays).u8(circle.graceDays).truth(circle.acquaintance);
            out.u16(circle.forgottenThrough.number()).sizedSecret(tree);
        }
        out.u32(circle.voices.size());
        circle.voices.values().forEach(voice -> out.bytes(voice.thread()).secret(voice.secret()).u16(voice.lastDay().number()));
        days(out, circle.hidden);
        days(out, circle.forgotten);
        out.u32(circle.condemnedDays.size());
        circle.condemnedDays.forEach((day, sentence) -> out.u16(day.number()).u16(sentence.on.number()));
        out.u32(circle.condemnedThreads.size());
        circle.condemnedThreads.forEach((thread, sentence) -> out.bytes(thread).u16(sentence.on.number()));
        out.truth(circle.tellsNames).u16(circle.since.number()).u32(circle.shared.size());
        circle.shared.forEach(out::bytes);
    }

    private static void days(SecretWriter out, Map<Bytes, Day> days) {
        out.u32(days.size());
        days.forEach((id, day) -> out.bytes(id).u16(day.number()));
    }

    private static void invitation(Primitives p, SecretWriter out, Invitation invitation) {
        switch (invitation) {
            case Invitation.Made made -> {
                head(p, out, 1, made, made.words);
                out.bytes(made.circle().orElseThrow());
                secret(out, made.key);
                bytes(out, made.acquaintance);
                out.text(made.mark == null ? "" : made.mark.json());
            }
            case Invitation.Followed followed -> {
                head(p, out, 2, followed, followed.words);
                out.bytes(followed.invitee).text(followed.name).bytes(followed.acquaintance);
                secret(out, followed.key);
                bytes(out, followed.circle);
            }
        }
    }

    private static void head(Primitives p, SecretWriter out, int type, Invitation invitation, List<Integer> words) {
        out.u8(type).text(invitation.link().text(p)).u8(STAGES.indexOf(invitation.stage())).u8(words.size());
        words.forEach(out::u16);
    }

    private static void secret(SecretWriter out, @Nullable Secret secret) {
        out.truth(secret != null);
        if (secret != null) {
            out.secret(secret);
        }
    }

    private static void bytes(SecretWriter out, @Nullable Bytes bytes) {
        out.truth(bytes != null);
        if (bytes != null) {
            out.bytes(bytes);
        }
    }

    /** Reads the binary form, strictly; the secret given stays the caller's. */
    static Checked<PeerState> read(Primitives p, Secret content) {
        PeerState state = new PeerState(p);
        try (SecretReader in = new SecretReader(p, content)) {
            int version = in.u8();
            if (version > VERSION) {
                return Checked.bad(VaultContentFault.NEWER_VERSION, "version " + version);
            }
            if (version != VERSION && version != WITHOUT_NEWS) {
                in.breakOff();
            }
            state.lastLook = in.u64();
            state.jumped = in.truth();
            int circles = in.count(32);
            for (int i = 0; i < circles && !in.broken(); i++) {
                readCircle(p, in).ifPresentOrElse(circle -> put(in, state.circles, circle.address, circle), in::breakOff);
            }
            int invitations = in.broken() ? 0 : in.count(4);
            for (int i = 0; i < invitations && !in.broken(); i++) {
                readInvitation(p, in).ifPresentOrElse(invitation -> put(in, state.invitations, invitation.link().key(), invitation), in::breakOff);
            }
            readOffers(p, in, state);
            Papers.read(in, state);
            readCalendar(in, state);
            if (version == VERSION) {
                state.tidings.read(in);
            }
            if (in.finished() && state.lastLook >= 0) {
                return Checked.good(state);
            }
        }
        state.destroy();
        return Checked.bad(VaultContentFault.MALFORMED, "not what this version writes");
    }

    private static Optional<Membership> readCircle(Primitives p, SecretReader in) {
        Secret key = in.secret(32);
        String name = in.text();
        List<String> relays = in.texts();
        int grace = in.u8();
        boolean acquaintance = in.truth();
        Day through = new Day(in.u16());
        Optional<ForgettingTree> tree = readTree(p, in);
        boolean fits = !in.broken() && tree.isPresent() && p.isKey(key) && grace <= PeerLimits.GRACE_DAYS
                && relays.size() <= RelayAddress.MOST && relays.stream().allMatch(RelayAddress::isOne);
        if (!fits) {
            key.destroy();
            tree.ifPresent(ForgettingTree::close);
            return Optional.empty();
        }
        Membership circle = new Membership(p, new CircleKeys(p, key, tree.get()), name, relays, grace, acquaintance, through);
        int voices = in.count(66);
        for (int i = 0; i < voices && !in.broken(); i++) {
            Bytes thread = in.bytes(32);
            Secret secret = in.secret(32);
            Day day = new Day(in.u16());
            if (in.broken() || !p.isKey(secret)) {
                in.breakOff();
                secret.destroy();
            } else {
                put(in, circle.voices, thread, Voice.in(p, secret, thread, day));
            }
        }
        readDays(in, circle.hidden);
        readDays(in, circle.forgotten);
        int days = in.count(4);
        for (int i = 0; i < days; i++) {
            put(in, circle.condemnedDays, new Day(in.u16()), new Sentence(new Day(in.u16()), true));
        }
        int threads = in.count(34);
        for (int i = 0; i < threads; i++) {
            put(in, circle.condemnedThreads, in.bytes(32), new Sentence(new Day(in.u16()), true));
        }
        circle.tellsNames = in.truth();
        circle.since = new Day(in.u16());
        int shared = in.count(32);
        for (int i = 0; i < shared; i++) {
            if (!circle.shared.add(in.bytes(32))) {
                in.breakOff();
            }
        }
        if (in.broken()) {
            circle.destroy();
            return Optional.empty();
        }
        return Optional.of(circle);
    }

    private static void readOffers(Primitives p, SecretReader in, PeerState state) {
        int offers = in.broken() ? 0 : in.count(36);
        for (int i = 0; i < offers && !in.broken(); i++) {
            Bytes by = in.bytes(32);
            try (Secret content = in.sizedSecret()) {
                if (!in.broken() && Regrouped.read(p, content) instanceof Checked.Good<Regrouped>(Regrouped what)) {
                    put(in, state.offers, p.publicKey(what.circle().key()), new PeerState.Offer(by, what));
                } else {
                    in.breakOff();
                }
            }
        }
        int carries = in.broken() ? 0 : in.count(104);
        for (int i = 0; i < carries; i++) {
            state.carries.add(new PeerState.Carry(in.bytes(32), in.bytes(32), in.bytes(32), in.u64()));
        }
    }

    private static void readCalendar(SecretReader in, PeerState state) {
        state.restsUntil = in.truth() ? Optional.of(readDate(in)) : Optional.empty();
        state.feed = in.truth() ? Optional.of(in.bytes(16)) : Optional.empty();
        int standing = in.broken() ? 0 : in.count(70);
        for (int i = 0; i < standing && !in.broken(); i++) {
            Bytes circle = in.bytes(32);
            Bytes doing = in.bytes(32);
            int type = in.u8();
            int number = in.u8();
            Joining.Part part = type == 1 ? new Joining.Part.OfShift(number) : type == 2 ? new Joining.Part.Bringing(number) : new Joining.Part.Coming();
            if (type > 2 || (type == 0) != (number == 0) || state.standing.stream().anyMatch(one -> one.is(circle, doing, part))) {
                in.breakOff();
            }
            Standing one = new Standing(circle, doing, part);
            LocalDate before = LocalDate.MIN;
            int dates = in.broken() ? 0 : in.count(4);
            for (int j = 0; j < dates && !in.broken(); j++) {
                LocalDate date = readDate(in);
                if (!date.isAfter(before)) {
                    in.breakOff();
                }
                one.seenTo.add(date);
                before = date;
            }
            state.standing.add(one);
        }
        if (!in.broken()) {
            readDays(in, state.alerted);
        }
    }

    private static LocalDate readDate(SecretReader in) {
        return LocalDate.ofEpochDay(in.u32());
    }

    private static Optional<ForgettingTree> readTree(Primitives p, SecretReader in) {
        try (Secret content = in.sizedSecret()) {
            return ForgettingTree.read(p, content) instanceof Checked.Good<ForgettingTree>(ForgettingTree tree) ? Optional.of(tree) : Optional.empty();
        }
    }

    private static void readDays(SecretReader in, Map<Bytes, Day> days) {
        int count = in.count(34);
        for (int i = 0; i < count; i++) {
            put(in, days, in.bytes(32), new Day(in.u16()));
        }
    }

    /** No key comes twice in what this program wrote. */
    private static <K, V> void put(SecretReader in, Map<K, V> map, K key, V value) {
        if (map.put(key, value) != null) {
            in.breakOff();
        }
    }

    private static Optional<Invitation> readInvitation(Primitives p, SecretReader in) {
        int type = in.u8();
        String text = in.text();
        int stage = in.u8();
        int count = in.u8();
        List<Integer> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add(in.u16());
        }
        boolean fits = !in.broken() && stage < STAGES.size() && (count == 0 || count == 4) && words.stream().allMatch(word -> word < 2048);
        if (!fits || !(InvitationLink.read(p, text) instanceof Checked.Good<InvitationLink>(InvitationLink link))) {
            return Optional.empty();
        }
        InvitationView.Stage at = STAGES.get(stage);
        Optional<? extends Invitation> read = switch (type) {
            case 1 -> readMade(p, in, link, at, words);
            case 2 -> readFollowed(p, in, link, at, words);
            default -> Optional.empty();
        };
        return read.map(invitation -> invitation);
    }

    private static Optional<Invitation.Made> readMade(Primitives p, SecretReader in, InvitationLink link, InvitationView.Stage stage, List<Integer> words) {
        Invitation.Made made = new Invitation.Made(link, in.bytes(32), readSecret(p, in));
        made.stage = stage;
        made.words = List.copyOf(words);
        made.acquaintance = readBytes(in);
        String mark = in.text();
        if (!mark.isEmpty()) {
            if (Event.read(mark) instanceof Checked.Good<Event>(Event event)) {
                made.mark = event;
            } else {
                in.breakOff();
            }
        }
        if (in.broken()) {
            made.destroy();
            return Optional.empty();
        }
        return Optional.of(made);
    }

    private static Optional<Invitation.Followed> readFollowed(
            Primitives p, SecretReader in, InvitationLink link, InvitationView.Stage stage, List<Integer> words) {
        Bytes invitee = in.bytes(32);
        String name = in.text();
        Bytes acquaintance = in.bytes(32);
        Invitation.Followed followed = new Invitation.Followed(link, invitee, name, acquaintance, List.copyOf(words), readSecret(p, in));
        followed.stage = stage;
        followed.circle = readBytes(in);
        if (in.broken()) {
            followed.destroy();
            return Optional.empty();
        }
        return Optional.of(followed);
    }

    private static @Nullable Secret readSecret(Primitives p, SecretReader in) {
        if (!in.truth()) {
            return null;
        }
        Secret secret = in.secret(32);
        if (!p.isKey(secret)) {
            in.breakOff();
        }
        return secret;
    }

    private static @Nullable Bytes readBytes(SecretReader in) {
        return in.truth() ? in.bytes(32) : null;
    }
}
