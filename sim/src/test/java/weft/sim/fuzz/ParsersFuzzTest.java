package weft.sim.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import weft.core.entry.Entry;
import weft.core.entry.EntryReader;
import weft.core.invite.InvitationLink;
import weft.core.key.CircleKeys;
import weft.core.key.ForgettingTree;
import weft.core.key.GiftWrap;
import weft.core.key.Leaf;
import weft.core.key.Nip44;
import weft.core.key.VaultSeal;
import weft.core.peer.Peer;
import weft.jdk.JdkPrimitives;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.bundle.BundleReader;
import weft.wire.event.Day;
import weft.wire.event.Envelope;
import weft.wire.event.Event;
import weft.wire.json.Checked;
import weft.wire.json.Json;
import weft.wire.message.ClientMessage;
import weft.wire.message.Messages;
import weft.wire.message.RelayMessage;
import weft.wire.sync.Negentropy;
import weft.wire.sync.SyncIndex;

/** One method for each parser; the corpus of each is in the folder of its name beside this class. */
@Tag("long")
class ParsersFuzzTest {
    private static final Primitives P = new JdkPrimitives();
    private static final Bytes CIRCLE;
    private static final CircleKeys KEYS;
    private static final Leaf LEAF = new Leaf(new Day(2_500), 70_000);

    static {
        int[] drawn = {0};
        KEYS = new CircleKeys(P, P.keep(key()), ForgettingTree.create(P, size -> {
            byte[] bytes = new byte[size];
            bytes[size - 1] = (byte) ++drawn[0];
            return Bytes.wrap(bytes);
        }));
        CIRCLE = KEYS.address();
    }

    private static byte[] key() {
        byte[] key = new byte[32];
        key[31] = 7;
        return key;
    }

    private static String text(byte[] data) {
        return new String(data, StandardCharsets.UTF_8);
    }

    private static void same(Object one, Object other) {
        if (!one.equals(other)) {
            throw new AssertionError("not the same once written and read again: " + one + " / " + other);
        }
    }

    @FuzzTest(maxDuration = "20s")
    void json(byte[] data) {
        Json.read(text(data));
    }

    @FuzzTest(maxDuration = "20s")
    void event(byte[] data) {
        if (Event.read(text(data)) instanceof Checked.Good<Event>(Event event)) {
            same(event, Event.read(event.json()).orThrow());
            event.verify(P);
            if (Envelope.of(event) instanceof Checked.Good<Envelope>(Envelope envelope)) {
                envelope.timely(LEAF.day().startsAt());
            }
        }
    }

    /** The outside is made right, so that what is fuzzed is what is inside. */
    @FuzzTest(maxDuration = "20s")
    void envelope(byte[] data) {
        Bytes header = Bytes.wrap(java.util.Arrays.copyOf(data, 16));
        String payload = text(java.util.Arrays.copyOfRange(data, Math.min(16, data.length), data.length));
        Event event = new Event(Bytes.wrap(new byte[32]), CIRCLE, 3_600, Envelope.KIND,
                Envelope.draft(CIRCLE, 3_600, LEAF.day(), header, payload).tags(), header.base64Url() + "." + payload, Bytes.wrap(new byte[64]));
        if (Envelope.of(event) instanceof Checked.Good<Envelope>(Envelope envelope)) {
            KEYS.open(envelope);
        }
    }

    @FuzzTest(maxDuration = "20s")
    void entry(byte[] data) {
        if (EntryReader.read(P, text(data), CIRCLE, LEAF) instanceof Checked.Good<Entry>(Entry entry)) {
            same(entry.head().leaf(), LEAF);
        }
    }

    @FuzzTest(maxDuration = "20s")
    void clientMessage(byte[] data) {
        if (Messages.readClient(text(data)) instanceof Checked.Good<ClientMessage>(ClientMessage message)) {
            same(message, Messages.readClient(Messages.write(message)).orThrow());
        }
    }

    @FuzzTest(maxDuration = "20s")
    void relayMessage(byte[] data) {
        if (Messages.readRelay(text(data)) instanceof Checked.Good<RelayMessage>(RelayMessage message)) {
            same(message, Messages.readRelay(Messages.write(message)).orThrow());
        }
    }

    @FuzzTest(maxDuration = "20s")
    void nip44(byte[] data) {
        try (Secret key = P.keep(key())) {
            Nip44.decrypt(P, key, text(data));
            Nip44.decrypt(P, key, Bytes.of(data).base64());
        }
    }

    @FuzzTest(maxDuration = "20s")
    void giftWrap(byte[] data) {
        if (Event.read(text(data)) instanceof Checked.Good<Event>(Event event)) {
            try (Secret key = P.keep(key())) {
                GiftWrap.open(P, event, key);
            }
        }
    }

    @FuzzTest(maxDuration = "20s")
    void invitation(byte[] data) {
        if (InvitationLink.read(P, text(data)) instanceof Checked.Good<InvitationLink>(InvitationLink link)) {
            same(link, InvitationLink.read(P, link.text(P)).orThrow());
        }
    }

    @FuzzTest(maxDuration = "20s")
    void bundle(byte[] data) {
        BundleReader whole = new BundleReader(P, LEAF.day().startsAt());
        List<Checked<Envelope>> one = new ArrayList<>(whole.feed(Bytes.of(data)));
        one.addAll(whole.end());
        // In pieces it is the same.
        BundleReader pieces = new BundleReader(P, LEAF.day().startsAt());
        List<Checked<Envelope>> other = new ArrayList<>();
        for (int at = 0; at < data.length; at += 7) {
            other.addAll(pieces.feed(Bytes.of(data).slice(at, Math.min(data.length, at + 7))));
        }
        other.addAll(pieces.end());
        same(one.size(), other.size());
    }

    @FuzzTest(maxDuration = "20s")
    void vaultContent(byte[] data) {
        try (Secret content = P.keep(data.clone())) {
            if (Peer.restore(P, content) instanceof Checked.Good<Peer>(Peer peer)) {
                try (Secret again = peer.vaultContent()) {
                    byte[] written = new byte[again.size()];
                    again.copyTo(written, 0);
                    same(Bytes.of(data), Bytes.wrap(written));
                }
                peer.close();
            }
        }
    }

    @FuzzTest(maxDuration = "20s")
    void vault(byte[] data) {
        try (Secret one = P.keep(key()); Secret other = P.keep(key())) {
            VaultSeal.open(P, one, other, Bytes.of(data));
        }
    }

    @FuzzTest(maxDuration = "20s")
    void tree(byte[] data) {
        try (Secret state = P.keep(data.clone())) {
            if (ForgettingTree.read(P, state) instanceof Checked.Good<ForgettingTree>(ForgettingTree tree)) {
                try (Secret again = tree.write()) {
                    same(again.size(), data.length);
                }
                tree.close();
            }
        }
    }

    @FuzzTest(maxDuration = "20s")
    void negentropy(byte[] data) {
        SyncIndex index = new SyncIndex();
        for (int i = 0; i < 100; i++) {
            index.add(i / 3, P.sha256(Bytes.ofUnsigned(i)));
        }
        new Negentropy(P, index, 0).reconcile(Bytes.of(data));
        Negentropy first = new Negentropy(P, index, 4096);
        first.initiate();
        Optional<Bytes> versioned = Optional.of(Bytes.ofUnsigned(0x61).then(Bytes.of(data)));
        first.reconcile(versioned.get());
    }
}
